import { expectFindings } from '../helpers/expect.ts';

const expectHints = (model: string) => expectFindings(model, { only: ['nested-not-hosted'] });

describe('nested-not-hosted', () => {
  it('is reported where a facility holds an enclave between its braces and does not host it', () =>
    expectHints(`
      facility NORTH "North Campus" {
        enclave WARDS "Ward Network"
                ^^^^^ nested-not-hosted: WARDS (Ward Network) is part of NORTH (North Campus), but nothing says that it runs there. If it does, write \`hosts WARDS\` in NORTH.
      }`));

  it('does not ask how a product says what it is part of, and knows both ends of what kinds demand', () =>
    expectHints(`
      enclave WARDS "Ward Network"
      service RECORDS "Patient Records" in WARDS
              ^^^^^^^ nested-not-hosted
      kind rack { consistent hosts [0..*] blade }
      kind blade
      kind fast-blade extends blade
      rack R1 "Rack 1" {
        fast-blade B1 "Blade 1"
                   ^^ nested-not-hosted
      }`));

  it('keeps quiet where it is hosted, there or elsewhere, from either end', () =>
    expectHints(`
      facility NORTH "North Campus" {
        hosts WARDS
        enclave WARDS "Ward Network"
        enclave LAB "Laboratory" { hosted on SOUTH }
      }
      facility SOUTH "South Campus"`));

  it('keeps quiet where no kind says that the one hosts the other, and of what is obsolete', () =>
    expectHints(`
      kind closed { consistent hosts [0] enclave }
      facility NORTH "North Campus" {
        package SUB "Part"
        software CHART "Chart Viewer"
        enclave OLD "Old Network" { obsolete }
      }
      closed BOX "Box" { enclave IN "Inner" }`));

  it('is waived', () =>
    expectHints(`
      facility NORTH "North Campus" {
        waive nested-not-hosted "Planned."
        enclave WARDS "Ward Network"
                ^^^^^ nested-not-hosted: WARDS (Ward Network) is part of NORTH (North Campus), but nothing says that it runs there. If it does, write \`hosts WARDS\` in NORTH. [waived: Planned.]
      }`));
});
