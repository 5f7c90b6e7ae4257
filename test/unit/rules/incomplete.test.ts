import { expectFindings } from '../helpers/expect.ts';

describe('incomplete', () => {
  it('a kind and a key are a product that lacks its name', () =>
    expectFindings(
      `
      package HOSP "City Hospital" {
        service RECORDS
        ^^^^^^^^^^^^^^^ incomplete: A service needs a key and a name in quotes: \`service RECORDS "Name"\`.
        enclave WARDS
        ^^^^^^^^^^^^^ incomplete: An enclave needs a key and a name in quotes: \`enclave WARDS "Name"\`.
      }
      kind ward { field service text }
      ward W1 "Ward 1" { service daily }
      `,
      { only: ['incomplete', 'unresolved'] },
    ));
});
