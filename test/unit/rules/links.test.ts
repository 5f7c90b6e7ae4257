import assert from 'node:assert/strict';
import { expectFindings, projectOf, uriOf } from '../helpers/expect.ts';

const only = ['uses-cycle', 'hosts-cycle', 'self-link', 'repeated-link'];
const expectLinks = (model: string) => expectFindings(model, { only });

describe('uses-cycle', () => {
  it('is reported once, at the smallest key, with the shortest way around', () =>
    expectLinks(`
      package A "First" { uses D, B }
                                  ^ uses-cycle: A (First) uses itself in the end: A uses B uses C uses A. Take one of these links away.
      package B "Second" { uses C, E }
      package C "Third" { uses A }
      package E "Fifth" { uses C }
      package D "Fourth"
    `));

  it('a derived end makes a cycle as well as a stated one', () =>
    expectLinks(`
      package A "First" { used in B }
                                  ^ uses-cycle: A (First) uses itself in the end: A uses B uses A. Take one of these links away.
      package B "Second" { used in A }
    `));

  it('has each step as a related place, where it is stated', () => {
    const files = new Map([
      ['a.ptree', 'package A "First" { uses B }\npackage B "Second" { uses C }\npackage C "Third"\n'],
      ['b.ptree', 'package D "Fourth" { used in C }\npackage E "Fifth" { used in D }\n'],
      ['c.ptree', 'package F "Sixth" {\n  used in E\n  uses A\n}\n'],
    ]);
    const [found] = projectOf(files)
      .findingsIn(uriOf('a.ptree'))
      .filter(({ rule }) => rule === 'uses-cycle');
    assert.deepEqual(
      found.related.map(({ document, at, message }) => `${document}:${at.line}:${at.character} ${message}`),
      [
        'file:///a.ptree:0:25 A (First) uses B (Second).',
        'file:///a.ptree:1:26 B (Second) uses C (Third).',
        'file:///b.ptree:0:29 C (Third) uses D (Fourth).',
        'file:///b.ptree:1:28 D (Fourth) uses E (Fifth).',
        'file:///c.ptree:1:10 E (Fifth) uses F (Sixth).',
        'file:///c.ptree:2:7 F (Sixth) uses A (First).',
      ],
    );
  });

  it('two cycles that share nothing are two findings; a way over what nothing declares is none', () =>
    expectLinks(`
      package A "First" { uses B }
                               ^ uses-cycle
      package B "Second" { uses A }
      package C "Third" { uses D }
                               ^ uses-cycle
      package D "Fourth" { uses C }
      package E "Fifth" {
        uses GONE
        used in GONE
      }
    `));
});

describe('hosts-cycle', () => {
  it('is reported once', () =>
    expectLinks(`
      enclave WARDS "Wards" { hosts LABS }
      enclave LABS "Laboratories" { hosts WARDS }
                                          ^^^^^ hosts-cycle: LABS (Laboratories) hosts itself in the end: LABS hosts WARDS hosts LABS. Take one of these links away.
    `));

  it('hosting and using in turns is no cycle', () =>
    expectLinks(`
      enclave WARDS "Wards" { hosts RECORDS }
      service RECORDS "Patient Records" { uses WARDS }
    `));
});

describe('self-link', () => {
  it('whatever names itself where another is meant', () =>
    expectLinks(`
      package A "First" {
        """It is [[A]]."""
        uses A
             ^ self-link: A (First) says that it uses itself: name another, or take it out.
        hosted on A
                  ^ self-link: A (First) says that it hosts itself: name another, or take it out.
        obsolete "old" replaced by A
                                   ^ self-link: A (First) says that it is replaced by itself: name another, or take it out.
      }
      repository a/b { requires a/b }
                                ^^^ self-link: a/b says that it requires itself: name another, or take it out.
      team A
      package B "Second" { owner A }
    `));
});

describe('repeated-link', () => {
  it('a target twice at one end', () =>
    expectLinks(`
      person ANNA
      package A "First" {
        uses B, C, B
                   ^ repeated-link: A (First) names B twice after \`uses\`: take one out.
        owner ANNA, ANNA
                    ^^^^ repeated-link: A (First) names ANNA twice after \`owner\`: take one out.
        manager ANNA
      }
      package B "Second"
      package C "Third" { used in A }
    `));
});

describe('one-sided-link', () => {
  const expectOneSided = (model: string) =>
    expectFindings(model, { only: ['one-sided-link'], settings: { severities: { 'one-sided-link': 'warning' } } });

  it('a list of the derived end lacks what somebody claims', () =>
    expectOneSided(`
      package A "First" { uses C }
      package B "Second" { uses C }
      package C "Third" {
        used in B
        ^^^^^^^ one-sided-link: C (Third) lists \`used in\` itself, and the list lacks A (First). Add what is missing, or take the link away at its other end.
      }
      requirement REQ-1 { satisfied by A }
                          ^^^^^^^^^^^^ one-sided-link: REQ-1 lists \`satisfied by\` itself, and the list lacks D (Fourth). Add what is missing, or take the link away at its other end.
      package D "Fourth" { satisfies REQ-1 }
    `));

  it('keeps quiet where nothing is listed, and unless it is switched on', () => {
    expectOneSided('package A "First" { uses C }\npackage C "Third"');
    expectFindings('package A "First" { uses C }\npackage C "Third" { used in B }\npackage B "Second"', {
      only: ['one-sided-link'],
    });
  });
});
