/** Where a setting's value comes from: the command line, the environment, one of the two files, or nowhere. */
export type ConfigOrigin = 'flag' | 'environment' | 'project' | 'user' | 'default';

/** What commands on the configuration say. */
export interface ConfigTexts {
  readonly origins: { readonly [O in ConfigOrigin]: string };
  readonly place: { readonly [P in 'book' | 'project' | 'user' | 'cache']: string };
  readonly absent: string;
  set(a: { key: string; value: string; path: string }): string;
  unset(a: { key: string; path: string; changed: boolean }): string;
}
