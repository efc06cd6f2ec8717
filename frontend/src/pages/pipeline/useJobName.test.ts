import { describe, expect, it } from 'vitest';
import { readIn } from '@/testing/readIn';
import { useJobName } from './useJobName';

describe('useJobName', () => {
  it('says jobs in the language of the reader, and leaves new ones as the service names them', async () => {
    const name = await readIn('pt-BR', useJobName);
    expect(['pipeline', 'retention', 'backup', 'vacuum', 'toString'].map(name)).toEqual([
      'Pipeline',
      'Retenção de snapshots',
      'Cópia de segurança',
      'vacuum',
      'toString',
    ]);
  });
});
