export function PassOnPage() {
  return null;
}
