/** Tests of the book that hold on a server as well as in a file: each is run in both. */
export const ON_THE_SERVER: readonly string[] = [
  'test/transcript/*.test.ts',
  'test/check/*.test.ts',
  'test/failure/*.test.ts',
  'test/tutorial/*.test.ts',
  'test/contract/*.test.ts',
];
