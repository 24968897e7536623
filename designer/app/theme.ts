import { createTheme, type MantineColorsTuple } from '@mantine/core';

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
  primaryShade: { light: 7, dark: 6 },
  colors: { pine },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  headings: { fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
});
