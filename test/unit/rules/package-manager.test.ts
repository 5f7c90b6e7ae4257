import { expectFindings } from '../helpers/expect.ts';

const PEOPLE = `
      // file: people.ptree
      person ANNA "Anna Rossi"
      person BO "Bo Chen"`;

const expectManagers = (model: string) => expectFindings(model + PEOPLE, { only: ['package-manager'] });

describe('package-manager', () => {
  it('asks for the manager whom every product below names', () =>
    expectManagers(`
      package SITE "Site" {
              ^^^^ package-manager: SITE (Site) names no manager. ANNA (Anna Rossi) manages all products below it: name its manager.
        package WARDS "Wards" {
          manager BO
          product BEDS "Beds" { manager ANNA }
        }
      }`));

  it('asks for a manager where only some products below have one', () =>
    expectManagers(`
      package SITE "Site" {
              ^^^^ package-manager: SITE (Site) names no manager. ANNA (Anna Rossi) manages the products below it that have a manager: name its manager.
        product BEDS "Beds" { manager ANNA }
        product LAMPS "Lamps"
      }`));

  it('asks for a manager where nobody manages anything', () =>
    expectManagers(`
      package SITE "Site" {
              ^^^^ package-manager: SITE (Site) names no manager. No product below it names one either: name its manager.
        manager none
        product BEDS "Beds"
      }
      package EMPTY "Empty"
              ^^^^^ package-manager: EMPTY (Empty) names no manager. It contains no product that could name one: name its manager.`));

  it('wants no manager where the products below have several', () =>
    expectManagers(`
      package SITE "Site" {
        manager ANNA
                ^^^^ package-manager: SITE (Site) names ANNA (Anna Rossi) as its manager, but the products below it have several, ANNA (Anna Rossi) and BO (Bo Chen) among them. Take the manager out.
        product BEDS "Beds" { manager ANNA }
        product LAMPS "Lamps" { manager BO }
      }`));

  it('keeps quiet where several manage and the package names none, or one manages and it names any', () =>
    expectManagers(`
      package SITE "Site" {
        product BEDS "Beds" { manager ANNA }
        product LAMPS "Lamps" { manager BO }
      }
      package STORE "Store" {
        manager BO
        product SHELVES "Shelves" { manager ANNA }
      }`));

  it('sets packages and obsolete products aside', () =>
    expectManagers(`
      package SITE "Site" {
        manager ANNA
        package WARDS "Wards" { manager BO }
        product BEDS "Beds" { manager ANNA }
        product GAS "Gas Lamps" {
          manager BO
          obsolete
        }
      }
      package OLD "Old Site" { obsolete }`));

  it('leaves a manager who is half typed or not declared to other rules', () =>
    expectManagers(`
      package SITE "Site" {
        manager CARL
      }
      package STORE "Store" {
        manager
      }`));
});
