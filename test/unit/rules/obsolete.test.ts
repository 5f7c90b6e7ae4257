import { expectFindings } from '../helpers/expect.ts';

describe('obsolete-in-use', () => {
  const expectUse = (model: string) => expectFindings(model, { only: ['obsolete-in-use'] });

  it('is reported at the user, where it names the obsolete product', () =>
    expectUse(`
      product CHART "Chart Viewer" { uses FILM "for old pictures" }
                                          ^^^^ obsolete-in-use: CHART (Chart Viewer) uses FILM (Film Viewer), which is obsolete. Take the link out, or mark the user as obsolete too.
      product FILM "Film Viewer" { obsolete "no film since 2019" }`));

  it('offers what replaces it', () =>
    expectUse(`
      product CHART "Chart Viewer" { uses FILM }
                                          ^^^^ obsolete-in-use: CHART (Chart Viewer) uses FILM (Film Viewer), which is obsolete. It is replaced by SCANS (Scan Viewer): change the link.
      product FILM "Film Viewer" { obsolete replaced by SCANS }
      product SCANS "Scan Viewer"`));

  it('counts links from either end, and hosting', () =>
    expectUse(`
      enclave WARDS "Ward Network" { hosts FILM }
                                           ^^^^ obsolete-in-use: WARDS (Ward Network) hosts FILM (Film Viewer), which is obsolete. Take the link out, or mark the user as obsolete too.
      service CHART "Chart Viewer" { hosted on CELLAR }
                                               ^^^^^^ obsolete-in-use: CHART (Chart Viewer) runs in CELLAR (Old Cellar), which is obsolete. Take the link out, or mark the user as obsolete too.
      service SCANS "Scan Viewer"
              ^^^^^ obsolete-in-use: SCANS (Scan Viewer) uses FILM (Film Viewer), which is obsolete. Take the link out, or mark the user as obsolete too.
      service FILM "Film Viewer" {
        used in SCANS
        obsolete
      }
      enclave CELLAR "Old Cellar" { obsolete }`));

  it('keeps quiet where the user is obsolete itself, or stands in what is obsolete', () =>
    expectUse(`
      package OLD "Old Systems" {
        obsolete
        product CHART "Chart Viewer" { uses FILM }
        product FILM "Film Viewer"
      }
      product LAMP "Gas Lamp" {
        uses FILM
        obsolete
      }`));
});

describe('obsolete products', () => {
  it('answer for consistency, not for completeness', () =>
    expectFindings(`
      facility NORTH "North Campus" { obsolete }
               ^^^^^ facility.hosts: NORTH (North Campus) hosts no enclave. A facility hosts enclaves.
      package OLD "Old Systems" {
        obsolete
        software FILM "Film Viewer"
                 ^^^^ software.repository: FILM (Film Viewer) has no repository. A software product has exactly one repository.
      }`));
});
