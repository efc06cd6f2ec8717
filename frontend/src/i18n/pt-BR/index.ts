import { common } from './common';
import { economy } from './economy';
import { errors } from './errors';
import { forecasts } from './forecasts';
import { labels } from './labels';
import { lines } from './lines';
import { overview } from './overview';
import { parts } from './parts';
import { pipeline } from './pipeline';
import { quality } from './quality';
import { said } from './said';
import { signIn } from './signIn';
import { sites } from './sites';
import { suppliers } from './suppliers';

export const ptBR = {
  ...common,
  economy,
  errors,
  forecasts,
  labels,
  lines,
  overview,
  parts,
  pipeline,
  quality,
  said,
  signIn,
  sites,
  suppliers,
} as const;
