import assert from 'node:assert/strict';
import { Project } from '../../../server/src/engine/project.ts';
import type { Finding } from '../../../server/src/rules/finding.ts';
import { DEFAULT_SETTINGS } from '../../../server/src/rules/settings.ts';
import { libraryRecord } from '../../../server/src/workspace/library.ts';
import { readExample } from './read-example.ts';

/** Everything found in an example, on a fixed day. */
function findingsIn(example: string): Finding[] {
  const project = new Project(DEFAULT_SETTINGS, '2026-01-01');
  const records = readExample(example);
  for (const record of [libraryRecord(), ...records]) project.replace(record.document, record);
  project.settle();
  return records.flatMap(({ document }) => project.findingsIn(document));
}

/** The keys of the subjects, in order, by rule. */
function byRule(findings: readonly Finding[]): Record<string, string> {
  const rules = Map.groupBy(findings, ({ rule }) => rule);
  const keys = (list: Finding[]) => list.map(({ subject }) => subject?.key ?? '').sort();
  return Object.fromEntries([...rules].map(([rule, list]) => [rule, keys(list).join(' ')]));
}

describe('what is found in the examples', () => {
  it('quickstart has two findings to mend', () => {
    assert.deepEqual(byRule(findingsIn('quickstart')), { 'facility.hosts': 'SOUTH', 'product.owner': 'CHART' });
  });

  /** Counted from the document's facts by other means than this engine. */
  it('rubin-dm has those of DMTN-104, neither more nor less', () => {
    assert.deepEqual(byRule(findingsIn('rubin-dm').filter(({ waived }) => !waived)), {
      'facility.hosts': 'FACFR',
      'service.uses':
        'APDB CHCNM CHSTMNG DDCPUB DDVSRV DEPLOY DMDCOM MCDB NCSACNM NCSANETMNG NCSASTMNG NETMGMT PKGDST SIASRV WDAVSRV',
      'service.hosted-on':
        'BCI CAM CHCNM CHSTMNG DDCPUB DDVSRV DEPLOY DMDCOM IDNMNG ITRCK ITSEC MCDB NCSACNM NCSAIDNMNG NCSANETMNG ' +
        'NCSASTMNG NETMGMT PKGDST SWVER',
      // Two repositories: DBBMD and NBSW. None: the others.
      'software.repository': 'CMPGN DBBLIFE DBBMD DBBTR DRP EFDT NBSW OBSPUB OCPS SP SPLUG SPLWF TAPSW TMPLGEN WLWF',
      'cots.link': 'BOOST EUPS GCC GITHUB JNKNS JRA PTH SECURITY TRVS',
      unresolved: 'AND DDVSRV ENCPRB FACFR FACFR FACUS GPFS GRAFANA PUPPET VSPHERE',
      'product.owner':
        'AND BCI BOOST CAM CDKT DDCPUB DDVSRV DEPLOY DMDCOM EUPS FACFR GCC GDR2198 GDR2204 GITHUB HSCRC1 IDNMNG ITRCK ' +
        'ITSEC JNKNS JSCR LBLD LSPDB LSSTSW MCDB NCSAIDNMNG PKGDST PS1PV3 SDSSDR9v5b SPLTD SPLWF SWVER TRVS',
      'package-manager':
        'COTSDM DF DM DMDC3E DMDEV DMDSRV DMDSS DMDSW DMDTDP DMSW EXT GAIAD HWCOTS INFRA ITCH LSPSRV LSPSWP ODATA REFD ' +
        'SPSWP THPL',
      // Only ADQL satisfies it, which is obsolete.
      'requirement-unsatisfied': 'DMS-REQ-0323',
      'requires-unknown': 'ALRTDSTR CDKT DAXIMG DBBMD IIP JSCR LBLD LSSTSW NBSW NBSW PRTLOH PRTLSW QCSW SPLCE',
      'not-releasable': 'APPRMPT BUTLER DBBMD DMCAL OODS QSERV SCPIPE SPDIST SSP TXF',
      'duplicate-name': 'ITSEC SECURITY',
      'unused-declaration': 'DMTN-106 LDM-294',
    });
  });

  it('rubin-dm waives what the document excuses: hardware and COTS listed for reference', () => {
    assert.deepEqual(byRule(findingsIn('rubin-dm').filter(({ waived }) => waived)), {
      'product.owner':
        'CILOGON DOCKER GPFS GRAFANA HTCONDOR HWCOMP HWNET HWSTOR JH3 JL3 JRA K8S PSQL PTH PUPPET RUCIO SECURITY VSPHERE',
      'package-manager': 'COTS DMHW',
    });
  });
});
