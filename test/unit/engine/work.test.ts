import assert from 'node:assert/strict';
import type { Project } from '../../../server/src/engine/project.ts';
import { readDocument } from '../../../server/src/language/index.ts';
import { projectOf, uriOf } from '../helpers/expect.ts';

/** A model without findings, in three files. */
const FILES: Readonly<Record<string, string>> = {
  tree: `
package HOSP "City Hospital" {
  manager ANNA
}
package IT "Information Technology" {
  manager ANNA
}
`,
  products: `
facility NORTH "North Campus" in HOSP {
  owner ANNA
  hosts WARDS
}
enclave WARDS "Ward Network" in HOSP {
  owner ANNA
  hosts RECORDS
}
enclave LABS "Laboratory Network" in HOSP {
  owner ANNA
  hosts SCANS
  hosted on NORTH
}
service RECORDS "Patient Records" in IT {
  """What is known of patients."""
  manager ANNA
  owner ANNA
  uses CHART
}
service SCANS "Scan Archive" in IT {
  manager ANNA
  owner BO
  uses CHART, DRAW
}
software CHART "Chart Viewer" in IT {
  manager ANNA
  owner ANNA, BO
  repository lab/chart
}
software DRAW "Drawing Board" in IT {
  manager ANNA
  owner ANNA
  repository lab/draw
}
`,
  registry: `
person ANNA "Anna Rossi"
person BO "Bo Chen"
person CARA "Cara Lind"
repository lab/chart "Source of the chart viewer" { requires none }
repository lab/draw "Source of the drawing board" { requires none }
`,
};

/** Products that have nothing to do with any of it. */
function bystanders(number: number): string {
  const one = (n: number): string =>
    `cots SPARE${n}X "Spare part ${n}" {\n  owner CARA\n  link https://example.org/${n}\n}\n`;
  return Array.from({ length: number }, (_, n) => one(n)).join('');
}

/** A change: in which file, what is replaced by what. */
type Change = [file: string, from: string, to: string];

function start(others: number): { project: Project; texts: Map<string, string> } {
  const texts = new Map([...Object.entries(FILES), ['others', bystanders(others)]]);
  return { project: projectOf(texts), texts };
}

/** Makes changes as one batch. Returns how many entries were judged. */
function change({ project, texts }: ReturnType<typeof start>, changes: readonly Change[]): number {
  const before = project.judged;
  for (const [file, from, to] of changes) {
    const text = texts.get(file) ?? '';
    assert.ok(text.includes(from), `${file} does not say: ${from}`);
    texts.set(file, text.replace(from, to));
    project.replace(uriOf(file), readDocument(uriOf(file), texts.get(file)!));
  }
  project.settle();
  return project.judged - before;
}

/** All findings, as `key rule`; a waived one in brackets. */
function findings({ project, texts }: ReturnType<typeof start>): string[] {
  return [...texts.keys()].flatMap(file =>
    project.findingsIn(uriOf(file)).map(({ subject, rule, waived }) => {
      const found = `${subject?.key ?? ''} ${rule}`;
      return waived ? `(${found})` : found;
    }),
  );
}

interface Case {
  changes: Change[];
  /** How many entries are judged: who changed, and who looked at what changed. */
  judged: number;
  findings?: string[];
}

const CASES: Readonly<Record<string, Case>> = {
  'a description concerns its own entry': {
    changes: [['products', 'What is known', 'All that is known']],
    judged: 1,
  },
  'lines that move concern nobody': {
    changes: [['products', 'facility NORTH', '\n// The first campus\n\nfacility NORTH']],
    judged: 0,
  },
  'a comment concerns nobody, nor does the layout': {
    changes: [['products', 'owner ANNA, BO', 'owner ANNA,\n    BO // both']],
    judged: 0,
  },
  'an owner concerns the product': {
    changes: [['products', 'owner BO', 'owner ANNA']],
    judged: 1,
  },
  'an owner that is missing': {
    changes: [['products', 'owner BO', 'owner none']],
    judged: 1,
    findings: ['SCANS product.owner'],
  },
  'the last reference to a person concerns the person too': {
    changes: [
      ['products', 'owner BO', 'owner ANNA'],
      ['products', 'owner ANNA, BO', 'owner ANNA'],
    ],
    judged: 3,
    findings: ['BO unused-declaration'],
  },
  'a retargeted link concerns its holder': {
    changes: [['products', 'uses CHART, DRAW', 'uses DRAW']],
    judged: 1,
  },
  'a retargeted link concerns its targets where their kinds demand the other end': {
    changes: [['products', 'hosts RECORDS', 'hosts SCANS']],
    judged: 3,
    findings: ['RECORDS service.hosted-on'],
  },
  'a link from the other end concerns both': {
    changes: [['products', '  hosted on NORTH\n', '']],
    judged: 2,
  },
  'a name that is mistyped': {
    changes: [['products', 'uses CHART, DRAW', 'uses CHRAT, DRAW']],
    judged: 1,
    findings: ['SCANS unresolved'],
  },
  'a renamed declaration concerns those who name it': {
    changes: [['products', 'software DRAW', 'software SKETCH']],
    judged: 2,
    findings: ['SCANS unresolved'],
  },
  'a name given to what others refer to concerns those who say it': {
    changes: [['products', '"Drawing Board"', '"Drawing Table"']],
    judged: 2,
  },
  'a key renamed everywhere concerns its holders': {
    changes: [
      ['products', 'uses CHART, DRAW', 'uses CHART, SKETCH'],
      ['products', 'software DRAW', 'software SKETCH'],
    ],
    judged: 2,
  },
  'a deleted declaration': {
    changes: [['registry', 'person BO "Bo Chen"\n', '']],
    judged: 2,
    findings: ['SCANS unresolved', 'CHART unresolved'],
  },
  'a second declaration of a key': {
    changes: [['registry', 'person BO', 'person ANNA "Anna Ruiz"\nperson BO']],
    judged: 2,
    findings: ['ANNA duplicate-key', 'ANNA duplicate-key'],
  },
  'a product that moves concerns the package to which it brings a manager': {
    changes: [['products', 'service SCANS "Scan Archive" in IT', 'service SCANS "Scan Archive" in HOSP']],
    judged: 2,
  },
  'a product that moves to what nothing declares': {
    changes: [['products', '"Scan Archive" in IT', '"Scan Archive" in ITT']],
    judged: 1,
    findings: ['SCANS unresolved'],
  },
  'a kind that changes concerns those who demand it': {
    changes: [['products', 'enclave LABS', 'network LABS']],
    judged: 3,
    findings: ['SCANS service.hosted-on'],
  },
  'a manager below a package concerns the package': {
    changes: [['products', 'manager ANNA\n  owner BO', 'manager BO\n  owner BO']],
    judged: 2,
    findings: ['IT package-manager'],
  },
  'what a repository requires concerns the products of all that require it': {
    changes: [
      ['registry', 'chart viewer" { requires none', 'chart viewer" { requires lab/pixels'],
      ['registry', 'drawing board" { requires none', 'drawing board" { requires lab/pixels'],
      ['registry', 'repository lab/draw', 'repository lab/pixels "Pixels" { requires none }\nrepository lab/draw'],
    ],
    judged: 5,
    findings: ['CHART not-releasable', 'DRAW not-releasable'],
  },
  'a waiver that appears concerns what is below, and who hosts or uses that': {
    changes: [['tree', 'Technology" {', 'Technology" {\n  waive product.owner "still open"']],
    judged: 7,
    findings: ['IT waiver-unused'],
  },
  'a cycle concerns those who are in it': {
    changes: [['products', 'repository lab/draw', 'repository lab/draw\n  uses SCANS']],
    judged: 2,
    findings: ['DRAW uses-cycle'],
  },
  'a demand concerns the products of its kind, and who declares it': {
    changes: [['tree', 'package HOSP', 'extend kind software { complete wbs [1] }\npackage HOSP']],
    judged: 4,
    findings: ['CHART software.wbs', 'DRAW software.wbs'],
  },
  'half a line costs nobody else anything': {
    changes: [['products', '  uses CHART, DRAW\n', '  uses CHART, DRAW\n  hosts\n']],
    judged: 1,
    findings: ['SCANS incomplete'],
  },
  'a declaration that is half typed': {
    changes: [['tree', 'package IT', 'package \npackage IT']],
    judged: 0,
    findings: [' incomplete'],
  },
  'obsolete concerns the product and those who use it': {
    changes: [['products', 'repository lab/draw', 'repository lab/draw\n  obsolete "drawn by hand"']],
    judged: 2,
    findings: ['SCANS obsolete-in-use'],
  },
};

describe('a waiver', () => {
  const begin = () => {
    const session = start(1);
    change(session, [['products', 'owner BO', 'owner none']]);
    change(session, [['tree', 'Technology" {', 'Technology" {\n  waive product.owner "still open"']]);
    return session;
  };

  it('over several products silences those below', () =>
    assert.deepEqual(findings(begin()), ['(SCANS product.owner)']));

  it('concerns whom it silences when its reason changes', () => {
    const session = begin();
    assert.equal(change(session, [['tree', 'still open', 'open']]), 2);
  });

  it('is told once that nothing is left to it', () => {
    const session = begin();
    assert.equal(change(session, [['products', 'owner none', 'owner ANNA']]), 2);
    assert.deepEqual(findings(session), ['IT waiver-unused']);
  });

  it('does not hear of products that it silences as before', () => {
    const session = begin();
    assert.equal(change(session, [['products', 'owner none', 'owner none\n  wbs 1.1']]), 1);
  });
});

describe('a cycle', () => {
  const files = new Map([
    ['a', 'package A "A" { uses B }\npackage D "D" { uses A }\n'],
    ['b', 'package B "B" { uses C }\npackage C "C" { uses D }\n'],
  ]);
  const begin = () => ({ project: projectOf(files), texts: new Map(files) });
  const found = ({ project }: ReturnType<typeof begin>) =>
    project.findingsIn(uriOf('a')).find(({ rule }) => rule === 'uses-cycle');

  it('is told anew where there is a shorter way around', () => {
    const session = begin();
    assert.match(found(session)!.message, /A uses B uses C uses D uses A/);
    change(session, [['b', 'uses C', 'uses C, D']]);
    assert.match(found(session)!.message, /A uses B uses D uses A/);
  });

  it('is told anew where another states a step', () => {
    const session = begin();
    assert.deepEqual(found(session)?.related[1].at, { line: 0, character: 21, endLine: 0, endCharacter: 22 });
    change(session, [
      ['b', ' { uses C }', ''],
      ['b', 'uses D', 'uses D\n  used in B'],
    ]);
    assert.deepEqual(found(session)?.related[1].at, { line: 2, character: 10, endLine: 2, endCharacter: 11 });
  });

  it('ends where one of its products goes', () => {
    const session = begin();
    change(session, [['b', 'package C "C"', 'package CC "C"']]);
    assert.equal(found(session), undefined);
  });
});

describe('the work that a change makes', () => {
  for (const [name, { changes, judged, findings: expected = [] }] of Object.entries(CASES)) {
    it(name, () => {
      const small = start(1);
      assert.deepEqual(findings(small), [], 'the model has no findings before');
      assert.equal(change(small, changes), judged);
      assert.deepEqual(findings(small), expected);
    });

    it(`${name}, and is the same in a project of a thousand products`, () => {
      assert.equal(change(start(1000), changes), judged);
    });
  }
});
