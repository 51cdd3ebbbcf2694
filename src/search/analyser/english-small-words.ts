/** English words that only join others; contractions without their apostrophe. */
export const englishSmallWords: ReadonlySet<string> = new Set(
  'a an the and or but if of to in on at by for with from as is am are was were be been being do does did doing done have has had having i you he she it we they me him her us them my your his its our their this that these those what how when where why who which should can could would will shall may might must not no dont didnt doesnt isnt cant wont im ive weve theyre its than then so too very just about into up out need want get got much many more some any all there here now them themselves someone something thing things really please pls gonna itll theyll youll well u ur still ever'.split(
    ' ',
  ),
);
