export function CollectPage() {
  return null;
}
