/** Stryker looks at tests alone: a fault so grave that a file of tests cannot even be loaded is told as a test that fails. */
import { test, TestRunner } from 'vitest';

export default class ImportRunner extends TestRunner {
  override async importFile(...[path, source]: Parameters<TestRunner['importFile']>): Promise<unknown> {
    try {
      return await super.importFile(path, source);
    } catch (error) {
      if (source !== 'collect') throw error;
      test('can be loaded', () => {
        throw error;
      });
      return undefined;
    }
  }
}
