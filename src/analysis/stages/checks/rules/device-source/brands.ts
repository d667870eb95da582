/** Makers and their products by the words that tags and people use. A word stands for one maker only. */
const BRANDS: Readonly<Record<string, RegExp>> = {
  Apple: /\b(apple|iphone|ipad)s?\b/iu,
  Samsung: /\b(samsung|galaxy|sm-[a-z]\d{3})/iu,
  Huawei: /\b(huawei|honor)\b/iu,
  Xiaomi: /\b(xiaomi|redmi|poco)\b/iu,
  Google: /\bpixel\b/iu,
  Oppo: /\b(oppo|realme|oneplus)\b/iu,
  Vivo: /\bvivo\b/iu,
  Nokia: /\bnokia\b/iu,
  Motorola: /\b(motorola|moto g)\b/iu,
  Sony: /\b(sony|xperia)\b/iu,
  GoPro: /\bgopro\b/iu,
  DJI: /\b(dji|mavic|phantom [34]|osmo)\b/iu,
  Canon: /\bcanon\b/iu,
  Nikon: /\bnikon\b/iu,
  Panasonic: /\b(panasonic|lumix)\b/iu,
};

/** Makers that a text names. */
export function brandsIn(text: string): string[] {
  return Object.entries(BRANDS)
    .filter(([, pattern]) => pattern.test(text))
    .map(([brand]) => brand);
}

/** "Not an iPhone" names a maker and means the opposite; words are counted here, not understood. */
export function isNegated(text: string): boolean {
  return /\b(not|no|never|without|instead|rather|unlike|neither|nor|isn't|wasn't)\b/iu.test(text);
}
