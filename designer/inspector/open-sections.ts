import { createStore } from 'zustand/vanilla';

const STORED = 'cascade.inspector.sections';

/** Sections that are closed or opened by hand stay so for every level, and after the page is loaded again. */
interface OpenSections {
  readonly open: Readonly<Record<string, boolean>>;
  set(section: string, open: boolean): void;
}

export const openSections = createStore<OpenSections>((set) => ({
  open: stored(),
  set: (section, open) =>
    set((state) => {
      const next = { ...state.open, [section]: open };
      localStorage.setItem(STORED, JSON.stringify(next));
      return { open: next };
    }),
}));

function stored(): Readonly<Record<string, boolean>> {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(STORED) ?? '{}');
    if (typeof read !== 'object' || read === null) return {};
    return Object.fromEntries(Object.entries(read).filter(([, open]) => typeof open === 'boolean'));
  } catch {
    return {}; // somebody else's text under our name: as if nothing had been remembered
  }
}
