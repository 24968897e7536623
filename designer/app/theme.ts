import {
  Badge,
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  Menu,
  Spoiler,
} from '@mantine/core';

/** Green of the seal's letterhead; every shade used for text has at least 4.5 : 1 on its ground. */
const pine: MantineColorsTuple = [
  '#e9f7f1',
  '#d3ece1',
  '#a8d9c4',
  '#79c5a5',
  '#52b48b',
  '#39a97b',
  '#1f8a61',
  '#0f7350',
  '#0b6245',
  '#064d35',
];

export const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 7 },
  colors: { pine },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  headings: { fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  components: {
    // the lock writes a style of its own into the page, which the content security policy refuses
    Modal: { defaultProps: { lockScroll: false } },
    Drawer: { defaultProps: { lockScroll: false } },
    // capitals hide Vietnamese diacritics
    Badge: Badge.extend({ styles: { root: { textTransform: 'none', fontWeight: 600 } } }),
    // as large as the text that it opens
    Spoiler: Spoiler.extend({ styles: { control: { fontSize: 'var(--mantine-font-size-sm)' } } }),
    // a menu holds entries and nothing else: the keys begin at the first one
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
  },
});

/** Where the library's own greys and reds fall short of 4.5 : 1. */
export const contrast: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#565d64',
    '--mantine-color-placeholder': '#646b72',
    '--mantine-color-error': '#c92a2a',
    '--mantine-color-orange-light-color': '#a63600',
    '--cascade-alarm': '#c92a2a',
    '--cascade-soon': '#a63600',
  },
  dark: {
    '--mantine-color-dimmed': '#b3b8be',
    '--mantine-color-placeholder': '#a3a9af',
    '--mantine-color-anchor': '#79c5a5',
    '--mantine-color-error': '#ff8787',
    '--cascade-alarm': '#ff8787',
    '--cascade-soon': '#ffa94d',
  },
});
