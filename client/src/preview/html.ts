/** What the preview's page loads, by addresses that its policy lets through. */
export interface PageFiles {
  script: string;
  style: string;
  /** Where these come from, as the policy names it. */
  source: string;
  /** A word that nobody can guess: only the script that says it runs. */
  nonce: string;
}

/** The preview's page. Nothing but its one script and its one style sheet may be loaded, and nothing from elsewhere. */
export function pageHtml({ script, style, source, nonce }: PageFiles): string {
  const policy = `default-src 'none'; style-src ${source}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Product Tree</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`;
}
