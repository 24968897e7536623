export function CapacityChoice() {
  return null;
}
