/** How much work was done, for the bench and for tests of the gates. Counts up for the life of the process. */
export const counters = {
  /** Files that a rule asked about. */
  filesSeen: 0,
  /** Files whose tree was walked: the others passed no gate. */
  filesWalked: 0,
  /** Reads of files other than the linted one. */
  filesRead: 0,
  /** Folders whose entries were listed. */
  foldersRead: 0,
  /** Other modules that were parsed. */
  modulesParsed: 0,
};
