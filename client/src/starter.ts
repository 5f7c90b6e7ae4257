/** One file of a new project, its path relative to the project's folder. */
export interface StarterFile {
  path: string;
  text: string;
}

/**
 * What a new project begins with: a small tree that shows each kind of link, and has one finding to mend.
 * @param name the project's name: the folder's
 */
export function starterFiles(name: string): StarterFile[] {
  return [
    { path: 'product-tree.json', text: `${JSON.stringify({ name, title: name }, null, 2)}\n` },
    { path: 'main.ptree', text: starter },
  ];
}

const starter = `// A product tree: which products there are, who answers for them, where they run and what they need.
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
