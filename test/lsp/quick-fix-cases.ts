/** Models with findings for every fix of every rule; what is mended in them is in `code-actions.test.ts`. */
import { ALL_RULES } from '../../server/src/rules/table.ts';

/** One model: its files as `parseFiles` reads them, in a project of its own. */
export interface Case {
  rule: string;
  text: string;
}

/** The settings of a case: its rule counts, even if it is off otherwise. */
export function settingsFor(rule: string): object {
  const off = ALL_RULES.some(({ id, severity }) => id === rule && severity === 'off');
  return off ? { rules: { [rule]: 'warning' }, review: { maxAge: '18 months' } } : {};
}

const ANNA = 'person ARossi "Anna Rossi"';

/** More models than the examples of the rules have. */
const MORE: Readonly<Record<string, readonly string[]>> = {
  syntax: [
    // Braces.
    `${ANNA}\npackage HOSP "Hospital" {\n  manager ARossi\n  product NORTH "North" {\n    owner ARossi // her own\n\n  product SOUTH "South" {\n    owner ARossi\n  }\n}`,
    `${ANNA}\nproduct NORTH "North" {\n  owner ARossi`,
    `${ANNA}\nproduct NORTH "North"\n  owner ARossi\n}`,
    `${ANNA}\nproduct NORTH "North" {\n  owner ARossi\n}\n}`,
    // Quotes and comments.
    `${ANNA}\nproduct NORTH "North" {\n  """A site.\n  owner ARossi\n}`,
    `${ANNA}\nproduct NORTH "North" {\n  """A site.""\n  owner ARossi\n}`,
    `${ANNA}\nproduct NORTH "North" {\n  A long line of prose that says what it is.\n  """\n  owner ARossi\n}`,
    `${ANNA}\nproduct NORTH North Campus" {\n  owner ARossi\n}`,
    `${ANNA} /* to be checked\nproduct NORTH "North" { owner ARossi }`,
    `${ANNA}\nproduct NORTH North Campus { owner ARossi }`,
    // Commas and words.
    `${ANNA}\nproduct NORTH "North" {\n  owner ARossi\n  uses SOUTH "for beds" "West Wing"\n}\nproduct SOUTH "South" { owner ARossi }`,
    `${ANNA}\nperson BChen "Bo Chen"\nproduct NORTH "North" { owner ARossi BChen }`,
    `${ANNA}\nperson BChen "Bo Chen"\nproduct NORTH "North" { owner ARossi,, BChen }`,
    `${ANNA}\nproduct NORTH "North" {\n  owner , ARossi\n}`,
    `${ANNA}\nproduct NORTH "North" { owner = ARossi }`,
    `${ANNA}\nproduct NORTH "North" "Campus" "Site" { owner ARossi }`,
    `${ANNA}\nproduct NORTH "North" {\n  owner ARossi\n  short "N" "O"\n}`,
    `${ANNA}\nproduct NORTH "North" {\n  owner ARossi\n  = 17\n}`,
    `${ANNA}\nproduct NORTH "North" {\n  This is new.\n  owner ARossi\n}`,
    `${ANNA}\nproduct NORTH B "North" { owner ARossi }`,
    `kind room {\n  field beds number [\n  consistent contains [0..* package\n}\nroom R1 "Room 1"`,
    `${ANNA}\nteam OPS "Operations"\nproduct NORTH "North" {\n  owner ARossi {\n    team OPS\n  }\n}`,
    `kind room { consistent contains [0..*] package, software }\nroom R1 "Room 1"`,
    `kind room { consistent contains [0..*] package software }\nroom R1 "Room 1"`,
    `kind room {\n  field beds [1..3 number\n}\nroom R1 "Room 1"`,
  ],
  incomplete: [
    `${ANNA}\nproduct "North Campus" { owner ARossi }`,
    `person "Anna Rossi"\nproduct NORTH "North" { owner none }`,
    `${ANNA}\nproduct NORTH "North" {\n  owner ARossi\n  service\n}`,
    `${ANNA}\nproduct NORTH "North" {\n  owner ARossi\n  service RECORDS\n}`,
    `kind\n${ANNA}\nproduct NORTH "North" { owner ARossi }`,
    `${ANNA}\nproduct NORTH "North" {\n  owner\n  manager\n  short\n  wbs\n  link\n  reviewed\n  uses\n  waive\n}`,
    `${ANNA}\nproduct NORTH "North" {\n  waive product.owner\n}`,
    `${ANNA}\nproduct NORTH "North" {\n  waive product.owner "planned" until\n}`,
    `${ANNA}\nproduct NORTH "North" {\n  owner ARossi\n  reviewed 2025-12 by\n}`,
    `${ANNA}\nproduct NORTH "North" {\n  owner ARossi\n  obsolete "old" replaced by\n}\nproduct SOUTH "South" { owner ARossi }`,
    `${ANNA}\nproduct NORTH "North" in { owner ARossi }`,
    `${ANNA}\nproduct NORTH "North" {\n  waive "planned"\n}`,
    `kind room {\n  consistent\n}\nroom R1 "Room 1"`,
    `kind room { consistent [1] }\nroom R1 "Room 1"`,
    `kind room {\n  field\n}\nroom R1 "Room 1"`,
    `kind room {\n  field beds\n}\nroom R1 "Room 1"`,
    `kind room {\n  field beds one of\n}\nroom R1 "Room 1" // with a view`,
    `kind room {\n  field tier one of gold, silver\n}\nroom R1 "Room 1" {\n  tier\n}`,
  ],
  misplaced: [
    `owner ARossi\n${ANNA}\nproduct NORTH "North" { owner ARossi }`,
    `"""A text of nothing."""\n${ANNA}\nproduct NORTH "North" { owner ARossi }`,
    `${ANNA}\nproduct NORTH "North" {\n  owner ARossi, BChen\n  person BChen "Bo Chen" {\n    email "bo@example.org"\n  }\n}`,
    `kind room\nextend kind room extends product { field beds number }\nroom R1 "Room 1"`,
    `${ANNA}\nproduct NORTH "North" {\n  owner ARossi\n  consistent hosts\n}`,
  ],
  'key-shape': [
    `${ANNA}\nproduct NORTH- "North" { owner ARossi }\nproduct SOUTH "South" {\n  owner ARossi\n  uses NORTH-\n}`,
    `kind intensive.care { field beds number }\nintensive.care IC "Intensive care" { beds 3 }`,
    `kind ward { field a/b number }\nward W1 "Ward" { a/b 3 }`,
  ],
  'reserved-name': ['kind owner\n', 'kind ward {\n  field none text\n}\nward W1 "Ward" { none "x" }'],
  'field-value': [
    `${ANNA}\nproduct NORTH "North" {\n  owner ARossi\n  short North campus\n}`,
    `${ANNA}\nproduct NORTH "North" {\n  owner ARossi, none\n}`,
    `${ANNA}\nproduct NORTH "North" {\n  owner ARossi\n  reviewed 2025-9-3\n}`,
    `${ANNA}\nproduct NORTH "North" {\n  owner ARossi\n  reviewed yesterday by ARossi\n}`,
    `${ANNA}\nproduct NORTH "North" {\n  owner ARossi\n  link www.example.org/north\n}`,
    `${ANNA}\nproduct NORTH "North" {\n  owner ARossi\n  wbs 1.02., 1.03\n}`,
    `${ANNA}\nproduct NORTH "North" {\n  owner ARossi\n  short "N", "O", "P"\n}`,
    `person ARossi "Anna Rossi" { email "nobody" }\nproduct NORTH "North" { owner ARossi }`,
    `${ANNA}\nproduct NORTH "North" {\n  owner ARossi\n  team ARossi\n}`,
    `${ANNA}\nproduct NORTH "North" { owner 17 }`,
    `${ANNA}\nproduct NORTH "North" in "Region" { owner ARossi }`,
    `${ANNA}\nproduct NORTH "North" {\n  owner ARossi\n  waive public-link "internal" until soon\n}`,
    `kind room { field tier one of gold, silver }\nroom R1 "Room 1" { tier golf }`,
    `kind room { field tier one of gold, silver }\nroom R1 "Room 1" { tier bronze }`,
    `kind room { field beds number }\nroom R1 "Room 1" { beds 1,000 }`,
    `kind room { field beds number }\nroom R1 "Room 1" { beds many }`,
    `kind room { field opened date }\nroom R1 "Room 1" { opened 17.4.2020 }`,
    `kind room { field keeper [0..1] person }\n${ANNA}\nperson BChen\nroom R1 "Room 1" { keeper ARossi, BChen }`,
    `kind room { field keepers [2] person }\n${ANNA}\nroom R1 "Room 1" { keepers ARossi }`,
    `kind room { consistent ownr "Rooms have owners." }\nroom R1 "Room 1"`,
    `kind room { consistent owner [0..*] software "Rooms have owners." }\nroom R1 "Room 1"`,
    `kind room { field beds [3..1] number }\nroom R1 "Room 1"`,
    `repository apps/chart { readme "A text" }\nkind room\nroom R1 "Room 1" { repository apps/chart }`,
  ],
  'invalid-project': [
    `// file: product-tree.json\n{ "rules": { "unresolved": "off", "public-link": "off" } }\n// file: a.ptree\npackage A "First"`,
  ],
  unresolved: [
    `product NORTH "North" { owner BChen }\n${ANNA}\nperson CSilva "Carla Silva"\nteam OPS { lead ARossi, CSilva }\nproduct SOUTH "South" { owner OPS }`,
    `// file: a.ptree\nproduct NORTH "North" { owner BChen }\n// file: registry.ptree\n${ANNA} // her\n\nperson DDiaz "Dora Díaz"\nteam OPS { lead ARossi, DDiaz }\nproduct SOUTH "South" { owner OPS }`,
    `${ANNA}\npackage CAMPUS "Campus" {\n  manager ARossi\n  facility NORTH "North" {\n    owner ARossi\n    hosts WARDS, OFFICES\n  }\n  enclave WARDS "Wards" {\n    owner ARossi\n    hosts RECORDS\n  }\n}\nservice RECORDS "Records" {\n  owner ARossi\n  uses CHART\n}\ncots CHART "Charts" {\n  owner ARossi\n  link https://example.org/chart\n}`,
    `facility NORTH "North" {\n  owner none\n  hosts "DAC Satellite Enclave"\n}`,
    `package NORTH "North" { uses "Patient Records" }\npackage REC "Patient records"`,
    `package NORTH "North" in HOSP`,
    `ward W1 "Ward 1"\nfacility SITE "Site"`,
    `kind ward extends rom\nkind room\nward W1 "Ward"\nroom R1 "Room"`,
    `extend kind ward { field beds number }`,
    `kind room { field beds numbr }\nroom R1 "Room 1"`,
    `kind room { field keeper nurse }\nroom R1 "Room 1"`,
    `package NORTH "North" {\n  """See [[CHART]] and [[term:PACS]]."""\n}`,
    `package NORTH "North" {\n  reviewed 2025-12 by ARossi\n  satisfies R-1\n  document D-1\n  repository apps/chart\n  team OPS\n}`,
    `package NORTH "North" { obsolete "old" replaced by SOUTH }`,
    `package NORTH "North" { ownr ARossi }\n${ANNA}\npackage SOUTH "South" { owner ARossi }`,
    `package NORTH "North" { usedin SOUTH }\npackage SOUTH "South"`,
    `kind room\nroom R1 "Room" {\n  capacity 17, 18\n}`,
    `service RECORDS "Records" { colour blue }`,
    `kind room { field next room }\nroom R1 "Room" { next R2 }`,
    `requirement R-1 "A title" in D-1\npackage NORTH "North" { satisfies R-1 }`,
    `kind room { consistent contains [0..*] ward }\nroom R1 "Room"`,
    `${ANNA}\nsoftware CHART "Chart" {\n  owner ARossi\n  repository apps/chart\n}`,
  ],
  'duplicate-key': [
    `package NORTH "North" { team OPS }\nteam OPS "Operations"\nteam OPS "Operations" // twice`,
    `kind room { field beds number }\nkind room extends product {\n  field tier text\n}\nroom R1 "Room 1" {\n  beds 1\n  tier "x"\n}`,
    `package A "First"\n\npackage A "Second" {\n  package B "Inner"\n}`,
    `kind room\nextend kind room { field x text }\nkind service extends product { field y text }\nroom R1 "Room"`,
  ],
  'two-parents': [
    `package REGION "Region"\npackage ALL "All" {\n  package HOSP "Hospital" {\n    // The north.\n    package NORTH "North" in REGION { // moved\n      """\n      A text\n        indented.\n      """\n    }\n  }\n}`,
  ],
  'containment-cycle': [`package A "First" in B\npackage B "Second" in C { short "B" }\npackage C "Third" in A`],
  'kind-cycle': [`kind a extends b { field x text }\nkind b extends c\nkind c extends a\na A "A"\nb B "B"\nc C "C"`],
  'uses-cycle': [
    `// file: a.ptree\npackage A "First" {\n  uses B "for x", C\n}\npackage C "Third"\n// file: b.ptree\npackage B "Second" {\n  used in A\n  uses A\n}`,
  ],
  'hosts-cycle': [
    `package A "First" {\n  hosts B, // here\n    C\n}\npackage B "Second" { hosted on A, C }\npackage C "Third" { hosted on B }`,
  ],
  'self-link': [
    `package A "First" in A`,
    `package A "First" {\n  uses A\n}`,
    `kind room extends room\nroom R1 "Room"`,
    `package A "First" { obsolete "old" replaced by A }`,
    `repository apps/a { requires apps/a, apps/b }\nrepository apps/b\npackage A "A" { repository apps/a }`,
  ],
  'repeated-link': [
    `package A "First" { uses B, C, B "stores images" }\npackage B "Second"\npackage C "Third"`,
    `package A "First" { uses B "one", C, B "two" }\npackage B "Second"\npackage C "Third"`,
    `package A "First" {\n  uses B,\n    C, // the third\n    C,\n    B\n}\npackage B "Second"\npackage C "Third"`,
  ],
  'repeated-attribute': [
    `package A "First" {\n  uses B, // the second\n    C\n  uses C, D "why"\n}\npackage B "Second"\npackage C "Third"\npackage D "Fourth"`,
    `package A "First" {\n  short "A"\n  short "B"\n}`,
    `package A "First" {\n  """One."""\n  short "A"\n  """\n  Two,\n    indented.\n  """\n}`,
    `kind room {\n  field beds number\n  field beds text\n}\nroom R1 "Room"`,
    `package A "First" {\n  uses none\n  uses B\n}\npackage B "Second"`,
    `package A "First" {\n  uses none\n  uses none\n}`,
  ],
  'redundant-parent': [`package A "First" {\n  package B "Second" in A { // inner\n    short "B"\n  }\n}`],
  'one-sided-link': [
    `// file: a.ptree\npackage A "First" { uses C }\n// file: b.ptree\npackage B "Second"\npackage D "Fourth" { uses C }\npackage C "Third" {\n  used in B, // the second\n}`,
    `requirement R-1 "A title" { satisfied by none }\npackage A "First" { satisfies R-1 }`,
  ],
  'duplicate-name': [`package HOSP "Hospital" {\n  package A "Wards" { short "W" }\n}\npackage B "wards"`],
  'package-manager': [
    `${ANNA}\nperson BChen "Bo Chen"\npackage SITE "Site" {\n  manager ARossi\n  package INNER "Inner" {\n    product A "A" {\n      owner ARossi\n      manager ARossi\n    }\n    product B "B" {\n      owner ARossi\n      manager BChen\n    }\n  }\n}`,
    `package SITE "Site"\n${ANNA}\npackage OTHER "Other" { manager ARossi }`,
    `package SITE "Site" { // empty\n}`,
    `${ANNA}\npackage SITE "Site" {\n  product A "A" {\n    owner ARossi\n    manager ARossi\n  }\n  product B "B" { owner ARossi }\n}`,
  ],
  'obsolete-in-use': [
    `package A "First" { uses OLD "for x", B }\npackage B "Second"\npackage OLD "Old" { obsolete "since 2019" replaced by NEW }\npackage NEW "New"`,
    `package A "First"\npackage OLD "Old" {\n  obsolete\n  hosts A\n}`,
    `package A "First" { uses OLD, NEW }\npackage OLD "Old" {\n  obsolete "since 2019" replaced by NEW\n  used in A\n}\npackage NEW "New"`,
  ],
  'public-link': [`package A "First" {\n  link https://example.org, http://localhost/a // two\n}`],
  'requirement-unsatisfied': [
    `requirement R-1 "One" {\n  """A text."""\n}\nrequirement R-2 "Two"\npackage A "First" { satisfies R-2 }\npackage B "Second" { satisfies R-2 }`,
  ],
  'requires-unknown': [
    `// file: a.ptree\n${ANNA}\nsoftware CHART "Chart" {\n  owner ARossi\n  repository apps/chart\n}\n// file: registry.ptree\nrepository apps/chart "Source" { // here\n  link https://example.org\n}`,
  ],
  'unused-declaration': [
    `// Ours.\n\nperson ARossi "Anna Rossi" // leads\n\nteam OPS\n\nperson BChen { team OPS }\npackage A "First" { manager BChen }`,
    `kind room { field beds number }\n\npackage A "First"`,
  ],
  'stale-review': [`package A "First" { reviewed 2019 by ARossi }\n${ANNA}\n`],
  'unknown-rule': [
    `package A "First" {\n  waive package-managr "planned"\n  waive nothing-like-it "planned" // really\n}`,
    `// file: product-tree.json\n{ "rules": { "public-lnk": "off" } }\n// file: a.ptree\npackage A "First"`,
  ],
  'waiver-unused': [
    `package A "First" {\n  waive public-link "internal" // one\n  waive stale-review "new"\n  waive package-manager "planned"\n}`,
  ],
  'waiver-expired': [`package A "First" {\n  manager none\n  waive stale-review "new" until 2019\n}`],
  'not-releasable': [],
  'repository-shared': [],
  'confusable-key': [],
  // What kinds demand.
  'product.owner': [
    `${ANNA}\nproduct NORTH "North"\n`,
    `${ANNA}\nperson BChen\nproduct NORTH "North" { owner none }\nproduct SOUTH "South" { owner BChen }\n`,
    `product NORTH "North" {\n  // No one yet.\n}\n`,
    `${ANNA}\npackage HOSP "Hospital" {\n  manager ARossi\n  product NORTH "North" { short "N" }\n  product SOUTH "South" {\n    """It is there."""\n    manager ARossi // for now\n    product WEST "West" {\n      owner ARossi\n    }\n  }\n}`,
  ],
  'facility.hosts': [
    `${ANNA}\nfacility NORTH "North" {\n  owner ARossi\n}\nenclave WARDS "Wards" {\n  owner ARossi\n  hosts RECORDS\n}\nservice RECORDS "Records" {\n  owner ARossi\n  uses CHART\n}\ncots CHART "Chart" {\n  owner ARossi\n  link https://example.org\n}`,
    `${ANNA}\nfacility NORTH "North" {\n  owner ARossi\n  hosts OTHER\n}\npackage OTHER "Other"`,
  ],
  'software.repository': [
    `${ANNA}\nrepository apps/a { requires none }\nrepository apps/b { requires none }\nsoftware CHART "Chart" {\n  owner ARossi\n  repository apps/a, apps/b // both\n}`,
    `${ANNA}\nrepository apps/a { requires none }\nsoftware CHART "Chart" { owner ARossi }`,
  ],
  'cots.link': [`${ANNA}\ncots CHART "Chart" { owner ARossi }`],
  'room.contains': [`kind room { consistent contains [1..*] package }\nroom R1 "Room" { short "R" }`],
  'room.description': [
    `kind room { complete description [1] }\nroom R1 "Room" { short "R" }`,
    `kind room { complete description [0] }\nroom R1 "Room" { """A room.""" }`,
  ],
  'room.obsolete': [
    `kind room { consistent obsolete [0] }\nroom R1 "Room" { obsolete "old" }`,
    `kind room { consistent obsolete [1] }\nroom R1 "Room"`,
  ],
  'room.uses': [
    `kind room { consistent uses [0] }\nroom R1 "Room" {\n  uses R2, R3\n}\nroom R2 "Room 2"\nroom R3 "Room 3"`,
    `kind room { consistent uses [0..2] }\nroom R1 "Room" {\n  uses R2, R3, R4\n}\nroom R2 "Room 2"\nroom R3 "Room 3"\nroom R4 "Room 4"`,
    `kind room { consistent uses [2] }\nroom R1 "Room" { uses R2 }\npackage R2 "Room 2"\npackage R3 "Room 3"`,
  ],
  'room.tier': [
    `kind room {\n  field tier one of gold, silver\n  complete tier [1] "Tell the tier."\n}\nroom R1 "Room"`,
  ],
  'room.keeper': [
    `kind room {\n  field keeper person\n  complete keeper [1]\n}\n${ANNA}\nteam OPS { lead ARossi }\nroom R1 "Room" { team OPS }`,
  ],
  'room.opened': [`kind room {\n  field opened date\n  complete opened [1]\n}\nroom R1 "Room"`],
  'room.short': [`kind room { complete short [1] }\nroom R1 "Room"`],
  'room.satisfies': [
    `kind room { complete satisfies [1..*] }\nroom R1 "Room"\nrequirement R-1 "One"\nrequirement R-2 "Two" { satisfied by R2 }\npackage R2 "Room"`,
    `kind room { complete satisfies [1..*] }\nroom R1 "Room"\nrequirement R-1 "One"`,
  ],
};

const ABOUT_FILES = ['unreadable-file', 'invalid-project'];

/** All models: the examples of the rules, then more. */
export const CASES: readonly Case[] = [
  ...ALL_RULES.filter(({ id }) => !ABOUT_FILES.includes(id)).map(({ id, example }) => ({
    rule: id,
    text: example.wrong,
  })),
  ...Object.entries(MORE).flatMap(([rule, texts]) => texts.map(text => ({ rule, text }))),
];
