/** Colours of charts, which are painted and so can't take them from style sheets. */
export interface Palette {
  readonly isDark: boolean;
  readonly text: string;
  readonly quiet: string;
  readonly line: string;
  readonly surface: string;
  readonly primary: string;
  readonly warm: string;
  readonly danger: string;
  /** Told apart by people with the common kinds of colour blindness, too. */
  readonly series: readonly string[];
  /** From little to much. */
  readonly ramp: readonly string[];
}

const light: Palette = {
  isDark: false,
  text: '#26323c',
  quiet: '#586673',
  line: '#e3e8ec',
  surface: '#ffffff',
  primary: '#077fa0',
  warm: '#d9822b',
  danger: '#b3341f',
  series: ['#077fa0', '#d9822b', '#5b8c3a', '#8a63b0', '#b8961e', '#bf4d68', '#4a6fa5', '#7a8288'],
  ramp: ['#eef6f8', '#b9dbe5', '#77b8ca', '#2f90ab', '#076381', '#033f54'],
};

const dark: Palette = {
  isDark: true,
  text: '#dfe6ec',
  quiet: '#9aa7b3',
  line: '#2c343c',
  surface: '#1b2026',
  primary: '#3fb2d0',
  warm: '#eba05a',
  danger: '#f2836e',
  series: ['#3fb2d0', '#eba05a', '#8fc26b', '#b694dd', '#dcc04f', '#e8879d', '#86a8dc', '#a4adb4'],
  ramp: ['#1f2b33', '#1d4656', '#1c6379', '#26859f', '#4db3cb', '#a4e0ee'],
};

export const palettes = { light, dark } as const;
