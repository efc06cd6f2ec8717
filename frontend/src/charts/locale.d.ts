declare module 'echarts/lib/i18n/langPT-br.js' {
  import type { registerLocale } from 'echarts/core';

  const portuguese: Parameters<typeof registerLocale>[1];
  export default portuguese;
}
