import assert from 'node:assert/strict';
import {
  type ExplorerAtResult,
  type ExplorerChangedParams,
  type ExplorerNode,
  type ExplorerProject,
  type ExplorerView,
  explorerAtRequest,
  explorerChangedNotification,
  explorerChildrenRequest,
  explorerProjectsRequest,
} from '../../server/src/protocol-explorer.ts';
import { start, type TestServer } from './harness.ts';

const hospital = `
  package CARE "Patient Care" {
    manager ada
    facility NORTH "North Wing" { owner ada
      hosts WARD, "Cellar" }
    service RECORDS "Patient Records" { owner ben
      satisfies R-1
      uses DB }
    service IDLE "Idle" { owner ben
      uses DB }
  }
  enclave WARD "Ward Network" in CARE { owner ada
      hosts RECORDS }
  software DB "Record Store" in CARE { owner ben, ghosts
      repository store }
  person ada "Ada Long"
  person ben "Ben Short"
  person none-at-all "Zoe Idle"
  team ghosts "The Ghosts"
  team nobodies "Nobody's Team"
  document SPEC "Specification"
  requirement R-1 "It keeps records" in SPEC
  requirement R-2 "It stands alone"
  repository store "The store" { requires tools }
  repository tools "Tools"
`;

/** A view as it looks with everything open: `label "description" icon errors/warnings/notes`. */
async function drawn(server: TestServer, view: ExplorerView, filter = '', id?: string, indent = ''): Promise<string[]> {
  const nodes: ExplorerNode[] = await server.ask(explorerChildrenRequest, { view, id, filter });
  const lines: string[] = [];
  for (const node of nodes) {
    const { errors, warnings, notes } = node.counts;
    const found = errors + warnings + notes > 0 ? ` ${errors}/${warnings}/${notes}` : '';
    lines.push(`${indent}${node.icon} ${node.label}${node.description && ` "${node.description}"`}${found}`);
    if (node.expandable) lines.push(...(await drawn(server, view, filter, node.id, `${indent}  `)));
  }
  return lines;
}

describe('the explorer', () => {
  const draw = async (view: ExplorerView, filter = '', text = hospital): Promise<string[]> => {
    await using server = await start(text);
    return await drawn(server, view, filter);
  };

  it('Products: what contains what, with the findings below', async () => {
    assert.deepEqual(await draw('products'), [
      'package CARE "Patient Care" 1/0/1',
      '  software DB "Record Store"',
      '  service IDLE "Idle" 0/0/1',
      '  facility NORTH "North Wing" 1/0/0',
      '  service RECORDS "Patient Records"',
      '  enclave WARD "Ward Network"',
    ]);
  });

  it('Hosting: what runs in what; names that nothing declares, and what is hosted nowhere', async () => {
    assert.deepEqual(await draw('hosting'), [
      'facility NORTH "North Wing" 1/0/0',
      '  enclave WARD "Ward Network"',
      '    service RECORDS "Patient Records"',
      '  undeclared Cellar "not declared"',
      'group Not hosted anywhere',
      '  service IDLE "Idle" 0/0/1',
    ]);
  });

  it('People: what each owns and manages, with the open findings', async () => {
    assert.deepEqual(await draw('people'), [
      'person Ada Long "ada" 1/0/0',
      '  group Owns 1/0/0',
      '    facility NORTH "North Wing" 1/0/0',
      '      error "Cellar" is written as a name in quotes because nobody has declared it: declare the product and refer to its key. "unresolved"',
      '    enclave WARD "Ward Network"',
      '  group Manages',
      '    package CARE "Patient Care"',
      'person Ben Short "ben" 0/0/1',
      '  group Owns 0/0/1',
      '    software DB "Record Store"',
      '    service IDLE "Idle" 0/0/1',
      '      note IDLE (Idle) is hosted on no enclave. A service runs somewhere. "service.hosted-on"',
      '    service RECORDS "Patient Records"',
      'person Zoe Idle "none-at-all"',
      'team The Ghosts "ghosts"',
      '  group Owns',
      '    software DB "Record Store"',
    ]);
  });

  it('Requirements: by document, with what satisfies each', async () => {
    assert.deepEqual(await draw('requirements'), [
      'document SPEC "Specification"',
      '  requirement R-1 "It keeps records"',
      '    service RECORDS "Patient Records"',
      'unsatisfied R-2 "It stands alone" 0/1/0',
    ]);
  });

  it('Repositories: their products, and where they are also included', async () => {
    assert.deepEqual(await draw('repositories'), [
      'repository store "The store"',
      '  software DB "Record Store"',
      'repository tools "Tools"',
      '  group Also included in',
      '    repository store "The store"',
    ]);
  });

  it('a filter leaves what has the text in its key or name, and what leads there', async () => {
    assert.deepEqual(await draw('products', 'patient R'), [
      'package CARE "Patient Care" 1/0/1',
      '  service RECORDS "Patient Records"',
    ]);
    assert.deepEqual(await draw('hosting', 'cellar'), [
      'facility NORTH "North Wing" 1/0/0',
      '  undeclared Cellar "not declared"',
    ]);
    assert.deepEqual(await draw('people', 'wARD'), [
      'person Ada Long "ada" 1/0/0',
      '  group Owns 1/0/0',
      '    enclave WARD "Ward Network"',
    ]);
    assert.deepEqual(await draw('requirements', 'no such thing'), []);
  });

  it('a filter finds a name that nothing declares at any depth, and shows no repository for what another has', async () => {
    const text = `
      facility SITE "Site" { hosts ROOM }
      enclave ROOM "Room" { hosts "Cellar" }
      software VIEWER "Viewer" { repository app }
      repository app "The app" { requires base }
      repository base "The base"
    `;
    const labels = async (view: ExplorerView, filter: string): Promise<string[]> =>
      (await draw(view, filter, text)).map(line => line.replace(/ \d.*/, ''));
    assert.deepEqual(await labels('hosting', 'cellar'), [
      'facility SITE "Site"',
      '  enclave ROOM "Room"',
      '    undeclared Cellar "not declared"',
    ]);
    assert.deepEqual(await labels('repositories', 'Viewer'), [
      'repository app "The app"',
      '  software VIEWER "Viewer"',
    ]);
  });

  it('a filter leaves all that is below what has the text itself', async () => {
    assert.deepEqual(await draw('people', 'ada'), [
      'person Ada Long "ada" 1/0/0',
      '  group Owns 1/0/0',
      '    facility NORTH "North Wing" 1/0/0',
      '      error "Cellar" is written as a name in quotes because nobody has declared it: declare the product and refer to its key. "unresolved"',
      '    enclave WARD "Ward Network"',
      '  group Manages',
      '    package CARE "Patient Care"',
    ]);
  });

  it('hosting in a circle, and containment in one, end', async () => {
    const circle = `
      enclave A "A" { hosts B }
      enclave B "B" { hosts A }
      package C "C" in D
      package D "D" in C
    `;
    assert.deepEqual(
      (await draw('hosting', '', circle)).map(line => line.replace(/ \d.*/, '')),
      ['enclave A "A"', '  enclave B "B"', '    enclave A "A"'],
    );
    assert.deepEqual(
      (await draw('products', '', circle)).map(line => line.replace(/ \d.*/, '')),
      ['enclave A "A"', 'enclave B "B"', 'package C "C"', 'package D "D"'],
    );
  });

  it('finds the way to what stands at a place, whatever the view', async () => {
    await using server = await start(`
      package CARE "Patient Care" {
        service RECORDS "Patient Records" {
          sat<product|>isfies R-1
        }
      }
      person ada "Ada<person|> Long"
      requirement R-1 "It <requirement|>keeps records" in SPEC
      document SPEC "Speci<document|>fication"
      team idle "The <idle|>Idle"
    `);
    const at = async (mark: string, filter = ''): Promise<string> => {
      const { textDocument, position } = server.at(mark);
      const found: ExplorerAtResult = await server.ask(explorerAtRequest, { ...position, ...textDocument, filter });
      return found ? `${found.view}: ${found.path.map(({ label }) => label).join(' > ')}` : 'nowhere';
    };
    assert.equal(await at('product'), 'products: CARE > RECORDS');
    assert.equal(await at('person'), 'people: Ada Long');
    assert.equal(await at('requirement'), 'requirements: SPEC > R-1');
    assert.equal(await at('document'), 'nowhere');
    assert.equal(await at('idle'), 'nowhere', 'a team that answers for nothing is not shown');
    assert.equal(await at('product', 'records'), 'products: CARE > RECORDS');
    assert.equal(await at('product', 'other'), 'nowhere');
  });

  it('has a level of projects only where there are several, and each counts for itself', async () => {
    await using server = await start(`
      // file: one/product-tree.json
      { "name": "one", "title": "The first" }
      // file: one/a.ptree
      package A "A" { manager nobody }
      // file: two/product-tree.json
      { "name": "two" }
      // file: two/b.ptree
      cots B "B" { link https://example.org }
    `);
    assert.deepEqual(await drawn(server, 'products'), [
      'project The first 1/0/0',
      '  package A "A" 1/0/0',
      'project two 0/1/0',
      '  cots B "B" 0/1/0',
    ]);
    assert.deepEqual(await drawn(server, 'products', 'B'), ['project two 0/1/0', '  cots B "B" 0/1/0']);
    const projects: ExplorerProject[] = await server.connection.sendRequest(explorerProjectsRequest);
    assert.deepEqual(
      projects.map(({ title, products, counts }) => [title, products, counts.errors, counts.warnings]),
      [
        ['The first', 0, 1, 0],
        ['two', 1, 0, 1],
      ],
    );
  });

  it('tells once it is quiet what has changed; ids stay, so that what is open stays open', async () => {
    await using server = await start(hospital, { open: ['main.ptree'] });
    const before: ExplorerNode[] = await server.ask(explorerChildrenRequest, { view: 'products' });
    await server.connection.sendRequest(explorerProjectsRequest);
    const told: ExplorerChangedParams[] = [];
    const changed = new Promise<void>(resolve => {
      server.connection.onNotification(explorerChangedNotification, (params: ExplorerChangedParams) => {
        told.push(params);
        resolve();
      });
    });
    await server.replace('main.ptree', 'owner ada', 'owner zoe');
    await server.replace('main.ptree', 'Patient Care', 'Care of Patients');
    await changed;
    const [{ projects }] = told;
    assert.equal(projects[0].counts.errors, 2);
    const now: ExplorerNode[] = await server.ask(explorerChildrenRequest, { view: 'products' });
    assert.deepEqual(
      now.map(({ id }) => id),
      before.map(({ id }) => id),
    );
    assert.equal(now[0].description, 'Care of Patients');
    assert.equal(now[0].counts.errors, 2);
    assert.equal(told.length, 1);
  });

  it('answers with nothing for what is gone', async () => {
    await using server = await start(hospital);
    const ask = (view: string, id?: string) => server.ask(explorerChildrenRequest, { view, id });
    assert.deepEqual(await ask('products', `${server.uri('')}\nproduct GONE`), []);
    assert.deepEqual(await ask('products', 'file:///elsewhere\nproduct CARE'), []);
    assert.deepEqual(await ask('no view'), []);
  });
});
