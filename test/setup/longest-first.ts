import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Test files that take long for their size, the longest first: one that began last would keep a single core busy. */
const long = ['two-builds', 'other-build', 'accessibility', 'without-script', 'search', 'room'];

/** The others by their projects, because a worker is started anew for a file of another project. */
const projects = ['e2e', 'built', 'components', 'unit'];

/** Vitest's own order, but for what these lists say. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const getPlace = ({ moduleId, project }: TestSpecification): number => {
      const place = long.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return place < 0 ? long.length + projects.indexOf(project.name) : place;
    };
    return (await super.sort(files)).sort((a, b) => getPlace(a) - getPlace(b));
  }
}
