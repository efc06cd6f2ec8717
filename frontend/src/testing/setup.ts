import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';
import { LONGEST_WAIT } from './patience';

configure({ asyncUtilTimeout: LONGEST_WAIT });

afterEach(cleanup);
