import { defineConfig } from 'vitest/config';
import unit from '../../vitest.config';

/** The unit tests, of which only those run that the mutated files name: a fault is caught near where it was made. */
export default defineConfig({
  ...unit,
  test: {
    ...unit.test,
    include: process.env.NEAR_TESTS?.split(' ') ?? [],
    setupFiles: ['tests/mutation/firstFailure.ts'],
    runner: 'tests/mutation/importRunner.ts',
  },
});
