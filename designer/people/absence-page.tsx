export function AbsencePage() {
  return null;
}
