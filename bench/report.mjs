export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
}

export function row(name, figures) {
  const cells = Object.entries(figures).map(([label, value]) => `${label} ${value}`);
  console.log(`  ${name.padEnd(28)} ${cells.join('   ')}`);
}
