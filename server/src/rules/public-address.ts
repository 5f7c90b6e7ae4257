/** Ranges of IPv4 addresses that the internet does not route to a site (RFC 6890 and what it refers to): first address, prefix length. */
const IPV4_RESERVED: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

/** Endings of names that only a local network answers: RFC 6761, 6762 (with appendix G), 8375, and ICANN's `internal`. */
const LOCAL_ENDINGS = ['localhost', 'local', 'internal', 'intranet', 'private', 'corp', 'home', 'lan', 'home.arpa'];

/**
 * Why nobody outside could open a web address, as the end of a sentence ("it …"); undefined where anybody could, as far as
 * its text tells, and for texts that are no address at all. No network is asked.
 */
export function whyNotPublic(address: string): string | undefined {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return undefined;
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'does not begin with https:// or http://';
  // The parser of URLs has brought numbers, letters' case and IPv6 into one form: 0x7f.1 is 127.0.0.1 here.
  const host = url.hostname.replace(/\.$/, '');
  if (host.startsWith('[')) return isReservedIPv6(host.slice(1, -1)) ? 'is a private or local address' : undefined;
  if (/^\d+(\.\d+){3}$/.test(host)) return isReservedIPv4(numberOf(host)) ? 'is a private or local address' : undefined;
  if (LOCAL_ENDINGS.some(ending => host === ending || host.endsWith(`.${ending}`))) return 'is a local address';
  return host.includes('.') ? undefined : 'has a host without a dot, which only a local network knows';
}

function numberOf(ipv4: string): number {
  return ipv4.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

function isReservedIPv4(address: number): boolean {
  return IPV4_RESERVED.some(([first, length]) => {
    const size = 2 ** (32 - length);
    return Math.floor(address / size) === Math.floor(numberOf(first) / size);
  });
}

/** Whether an IPv6 address, in the form that the parser of URLs writes, is anything but a global unicast address of a site. */
function isReservedIPv6(address: string): boolean {
  const [head, tail] = address.split('::').map(part => (part === '' ? [] : part.split(':')));
  const groups = (tail ? [...head, ...Array(8 - head.length - tail.length).fill('0'), ...tail] : head).map(group =>
    Number.parseInt(group, 16),
  );
  const embedded = (at: number): number => groups[at] * 65536 + groups[at + 1];
  const startsWith = (...prefix: number[]): boolean => prefix.every((group, index) => groups[index] === group);
  // IPv4 in IPv6: mapped, translated (RFC 6052), 6to4.
  if (startsWith(0, 0, 0, 0, 0, 0xffff) || startsWith(0x64, 0xff9b, 0, 0, 0, 0)) return isReservedIPv4(embedded(6));
  if (startsWith(0x2002)) return isReservedIPv4(embedded(1));
  if (startsWith(0x2001, 0xdb8)) return true;
  // All addresses of sites are in 2000::/3; loopback, unique local, link local and multicast are outside.
  return groups[0] >> 13 !== 1;
}
