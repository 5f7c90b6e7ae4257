/** What a new tree begins with: small, with each kind of link, and one finding to mend. It imports nothing: the client has it too. */
export const STARTER = `// A product tree: which products there are, who answers for them, where they run and what they need.
// Change what is here to your own. Ctrl+Space offers what fits; F12 jumps to what a name stands for.

package SYSTEM "Our System" {
  """Everything that the team builds and runs."""
  manager kim

  facility SITE "Main Site" {
    """The place where it all runs."""
    owner alex
    hosts CLUSTER
  }

  enclave CLUSTER "Cluster" {
    """The machines that share one network and one operator."""
    owner alex
    hosts PORTAL
  }

  service PORTAL "Portal" {
    """What users see; it is built from the software that it uses."""
    manager kim
    owner alex
    uses WEBAPP
  }

  software WEBAPP "Web Application" {
    """It has no owner yet: the Problems panel (Ctrl+Shift+M) says so. Add a line "owner kim" to mend that."""
    repository our/webapp
  }
}

person alex "Alex Example"
person kim "Kim Example"
repository our/webapp "The portal's pages" { requires none }
`;
