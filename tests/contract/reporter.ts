import type { Reporter, TestCase } from 'vitest/node';

/** The last line of `npm run contract`: what was compared, as the test that sums up has it. */
export default class ContractReporter implements Reporter {
  private line = 'contract: not compared';

  onTestCaseResult(test: TestCase): void {
    const { contract } = test.meta() as { readonly contract?: string };
    if (contract !== undefined) this.line = contract;
  }

  onTestRunEnd(): void {
    console.log(this.line);
  }
}
