/**
 * Generates product trees as large as wanted: deterministic, and shaped as real ones are. Areas of a hundred products, one file each;
 * services use software of their own area and, now and then, of an earlier one; a few products are used everywhere.
 */

/** A file of a generated tree. */
export interface GeneratedFile {
  path: string;
  text: string;
}

const PER_FILE = 100;
const SHARED = 10;

/** The files of a tree with `count` products, packages aside. Equal arguments give equal files. */
export function generate(count: number, seed = 1): GeneratedFile[] {
  const next = random(seed);
  const pick = (limit: number): number => Math.floor(next() * limit);
  const areas = Math.ceil(count / PER_FILE);
  const files: GeneratedFile[] = [
    { path: 'product-tree.json', text: '{ "name": "generated" }\n' },
    { path: 'registry.ptree', text: registry(count) },
    { path: 'tree.ptree', text: tree(areas) },
  ];
  for (let area = 0; area < areas; area++) {
    const lines = [`package ${areaKey(area)} "Area ${area}" in DIV${area % 10} {`];
    for (let index = 0; index < Math.min(PER_FILE, count - area * PER_FILE); index++) {
      lines.push(...product(area, index, pick));
    }
    lines.push('}', '');
    files.push({ path: `areas/area-${area}.ptree`, text: lines.join('\n') });
  }
  return files;
}

/** The key of the product number `index` of an area. */
export function productKey(area: number, index: number): string {
  return `P${area}-${index}`;
}

const areaKey = (area: number): string => `AREA${area}`;

// Of every ten products of an area: a facility, an enclave, three services, and five software products.
function product(area: number, index: number, pick: (limit: number) => number): string[] {
  const key = productKey(area, index);
  const role = index % 10;
  const first = index - role;
  const near = (other: number): string => productKey(area, first + other);
  const shared = (): string => productKey(0, 5 + 10 * pick(SHARED));
  const far = (): string => productKey(pick(area + 1), 5 + 10 * pick(SHARED) + pick(5));
  const body = [
    `"""Does part ${index} of what area ${area} is for: it takes what comes in, keeps it, and hands it on to those who ask."""`,
    `manager M${area % 50}`,
    `owner O${pick(200)}`,
    `team T${area % 20}`,
    `wbs 1.${area}.${index}`,
  ];
  if (role === 0) return declare('facility', key, [...body, `hosts ${near(1)}`]);
  if (role === 1) return declare('enclave', key, [...body, `hosts ${near(2)}, ${near(3)}, ${near(4)}`]);
  if (role < 5) return declare('service', key, [...body, `uses ${near(5 + pick(5))}`, `satisfies R-${area}-${index}`]);
  // Software needs what stands before it, so that there are no circles.
  const uses =
    area === 0
      ? ''
      : pick(2)
        ? `uses ${shared()}`
        : `uses ${area > 1 ? productKey(pick(area), first + role) : shared()}`;
  return declare('software', key, [
    ...body,
    ...(uses ? [uses] : []),
    `repository org/${key}`,
    ...(pick(50) === 0 ? [`document ${far()}-DOC`] : []),
  ]);
}

function declare(kind: string, key: string, body: string[]): string[] {
  return [`  ${kind} ${key} "Product ${key}" {`, ...body.map(line => `    ${line}`), '  }', ''];
}

function tree(areas: number): string {
  const lines = ['package ALL "Everything" {'];
  for (let division = 0; division < Math.min(10, areas); division++)
    lines.push(`  package DIV${division} "Division ${division}"`);
  return `${lines.join('\n')}\n}\n`;
}

function registry(count: number): string {
  const lines: string[] = [];
  for (let index = 0; index < 50; index++) lines.push(`person M${index} "Manager ${index}"`);
  for (let index = 0; index < 200; index++) lines.push(`person O${index} "Owner ${index}"`);
  for (let index = 0; index < 20; index++) lines.push(`team T${index} "Team ${index}"`);
  for (let index = 0; index < count; index++) {
    const area = Math.floor(index / PER_FILE);
    const role = index % 10;
    const at = index % PER_FILE;
    if (role >= 2 && role < 5) lines.push(`requirement R-${area}-${at} "What part ${at} of area ${area} shall do"`);
    else if (role >= 5)
      lines.push(`repository org/${productKey(area, at)} "Source of ${productKey(area, at)}" { requires none }`);
  }
  return `${lines.join('\n')}\n`;
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
