import assert from 'node:assert/strict';
import { whyNotPublic } from '../../../server/src/rules/public-address.ts';
import { expectFindings } from '../helpers/expect.ts';

describe('public-link', () => {
  it('judges the links of every entry', () =>
    expectFindings(
      `
      product CHART "Chart Viewer" { link https://example.org/chart, http://192.168.1.20/chart }
                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^ public-link: The link http://192.168.1.20/chart of CHART (Chart Viewer) is a private or local address. Give an address that anyone can open.
      document DOC-1 "Handbook" { link "http://wiki/handbook" }
                                       ^^^^^^^^^^^^^^^^^^^^^^ public-link: The link http://wiki/handbook of DOC-1 (Handbook) has a host without a dot, which only a local network knows. Give an address that anyone can open.
      term BED "A place to sleep" { link ftp://example.org/bed }
                                         ^^^^^^^^^^^^^^^^^^^^^ public-link: The link ftp://example.org/bed of BED (A place to sleep) does not begin with https:// or http://. Give an address that anyone can open.
      person ANNA { link http://localhost:8080 }
                         ^^^^^^^^^^^^^^^^^^^^^ public-link: The link http://localhost:8080 of ANNA is a local address. Give an address that anyone can open.`,
      { only: ['public-link'] },
    ));

  it('is switched off in an internal project', () =>
    expectFindings('term BED "A place to sleep" { link http://wiki/bed }', {
      settings: { severities: { 'public-link': 'off' } },
    }));

  const internal = [
    'http://10.1.2.3/',
    'https://172.16.0.1',
    'https://172.31.255.255',
    'https://192.168.0.1:8443/a',
    'http://127.0.0.1',
    'http://0x7f.1/',
    'http://2130706433/',
    'http://169.254.169.254/',
    'http://100.64.0.1',
    'http://0.0.0.0',
    'http://255.255.255.255',
    'http://[::1]/',
    'http://[::]/',
    'http://[fe80::1]/',
    'http://[fd12:3456:789a::1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://[64:ff9b::a00:1]/',
    'http://[2002:a00:1::]/',
    'http://[2001:db8::1]/',
    'http://[ff02::1]/',
    'https://wiki/',
    'https://wiki./',
    'https://LOCALHOST/',
    'https://printer.local/',
    'https://git.corp',
    'https://router.home.arpa/',
    'ftp://example.org/',
    'file:///etc/hosts',
    'mailto:anna@example.org',
  ];
  for (const address of internal) it(`reports ${address}`, () => assert.ok(whyNotPublic(address)));

  const open = [
    'https://example.org',
    'HTTP://EXAMPLE.ORG/a?b#c',
    'https://example.org.',
    'http://8.8.8.8/',
    'http://172.32.0.1',
    'http://192.169.0.1',
    'http://100.128.0.1',
    'https://[2606:4700::1111]/',
    'http://[::ffff:8.8.8.8]/',
    'https://localhost.example.org/',
    'https://xn--bcher-kva.example.org/',
    'https://münchen.de/',
  ];
  for (const address of open) it(`accepts ${address}`, () => assert.equal(whyNotPublic(address), undefined));

  it('says nothing of what is no address: that is a finding of its own', () =>
    assert.equal(whyNotPublic('example'), undefined));
});
