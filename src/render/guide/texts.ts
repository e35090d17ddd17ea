/** What the guided paths say besides their questions' answers. */
export interface GuideTexts {
  /** Above the command that a path has made of the answers. */
  readonly sameAs: string;
  /** An amount's figures with its unit. */
  readonly inDong: (figures: string) => string;
}
