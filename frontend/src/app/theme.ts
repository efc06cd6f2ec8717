import { createTheme, type MantineColorsTuple } from '@mantine/core';

const corrente: MantineColorsTuple = [
  '#e6f6fa',
  '#d0e9f0',
  '#a0d2e0',
  '#6cbad0',
  '#43a6c2',
  '#2a9aba',
  '#1693b6',
  '#077fa0',
  '#006f8e',
  '#005f7b',
];

/** Greys of the dark theme, towards blue, the lightest first. */
const dark: MantineColorsTuple = [
  '#dfe6ec',
  '#b9c4ce',
  '#9aa7b3',
  '#8a97a3',
  '#3a444e',
  '#2c343c',
  '#232a31',
  '#1b2026',
  '#171b20',
  '#12161a',
];

export const theme = createTheme({
  primaryColor: 'corrente',
  primaryShade: { light: 8, dark: 7 },
  colors: { corrente, dark },
  fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, monospace",
  headings: { fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  autoContrast: true,
  components: {
    Tooltip: { defaultProps: { withArrow: true, multiline: true, maw: 340, events: { hover: true, focus: true, touch: true } } },
    Badge: { defaultProps: { radius: 'sm', tt: 'none', fw: 600 } },
    // The library's placeholder for the first focus is no item, and a menu may hold nothing else.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Select: {
      defaultProps: {
        checkIconPosition: 'right',
        comboboxProps: { shadow: 'md' },
        // The list itself scrolls, as the arrows move through it: an area inside it would have to be reached by a key of its own.
        withScrollArea: false,
        styles: { options: { maxHeight: 220, overflowY: 'auto' } },
      },
    },
  },
});
