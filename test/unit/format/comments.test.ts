import { becomes } from './layout.ts';

describe('the formatter keeps comments', () => {
  it('where they stand', () =>
    becomes(
      `
        // At the top

      // of the file
      package A "A" /* inside */ in B { // behind the brace
      // above
          /* beside */ owner C // behind
          team /* between */ T

          // below the last

          /* and the very last */
      } // behind the end
      // at the end
      `,
      `
      // At the top

      // of the file
      package A "A" /* inside */ in B { // behind the brace
        // above
        /* beside */
        owner C // behind
        team /* between */ T

        // below the last

        /* and the very last */
      } // behind the end
      // at the end
      `,
    ));

  it('behind a brace that moves up, and in bodies of one line', () =>
    becomes(
      `
      person A // Anna
      // the first
      { // comes
        team T
      }
      person B { /* soon */ }
      person C { /* his */ team T /* since 2020 */ }
      person D { team T // since 2020
      }
      `,
      `
      person A { // Anna
        // the first
        // comes
        team T
      }
      person B { /* soon */ }
      person C { /* his */ team T /* since 2020 */ }
      person D {
        team T // since 2020
      }
      `,
    ));

  it('in one column where they stood in one column', () =>
    becomes(
      `
      package HOSP "City Hospital" {    // a kind, a key, a name
       manager   ARossi                 // who answers for the budget
        owner BChen   // who answers for quality
        team NIGHT // alone
      }
      package LAB "Laboratory" {        // another
      }
      `,
      `
      package HOSP "City Hospital" {    // a kind, a key, a name
        manager ARossi                  // who answers for the budget
        owner BChen // who answers for quality
        team NIGHT // alone
      }

      package LAB "Laboratory" {        // another
      }
      `,
    ));

  it('over several lines, which move together', () =>
    becomes(
      `
      package A "A" {
            /*
             * What follows
               is said twice.
             */
            owner B
      }
      `,
      `
      package A "A" {
        /*
         * What follows
           is said twice.
         */
        owner B
      }
      `,
    ));
});
