import { screen } from '@testing-library/react';
import { GraphQLError } from 'graphql';
import { CombinedError } from 'urql';
import { describe, expect, it, vi } from 'vitest';
import { FakeService } from '@/testing/FakeService';
import { render } from '@/testing/render';
import { FailureState } from './FailureState';

async function textsOf(code: string, message: string): Promise<string[]> {
  const error = new CombinedError({ graphQLErrors: [new GraphQLError(message, { extensions: { code } })] });
  await render(<FailureState error={error} resetErrorBoundary={vi.fn()} />, { service: new FakeService({}), language: 'pt-BR' });
  const alert = await screen.findByRole('alert');
  return [...alert.querySelectorAll('p, code')].map((it) => it.textContent);
}

describe('FailureState', () => {
  it('gives the reason in the language of the reader, and below it the words of the service', async () => {
    expect(await textsOf('HC0045', 'The request exceeded the configured timeout.')).toEqual([
      'A resposta demorou demais e a consulta foi interrompida.',
      'The request exceeded the configured timeout.',
      'HC0045',
    ]);
  });

  it('leaves it at the words of the service for a reason that it does not know', async () => {
    expect(await textsOf('SOMETHING_NEW', 'Something new.')).toEqual(['Something new.', 'SOMETHING_NEW']);
  });
});
