import type { Province } from "./provinces.ts";

/**
 * Prefecture cities of the region, GB/T 2260 codes as of 2021 (Laiwu merged into Jinan in 2019).
 * Points are city seats, WGS-84, rounded to 0.001°. Where one stands for "somewhere in the city", its error is `cityErrorKm`.
 */
export interface City extends Province {
  readonly provinceCode: string;
  readonly lon: number;
  readonly lat: number;
}

type Row = readonly [code: string, nameZh: string, nameEn: string, lon: number, lat: number];

const rows: readonly Row[] = [
  ["370100", "济南市", "Jinan", 116.997, 36.668],
  ["370200", "青岛市", "Qingdao", 120.383, 36.066],
  ["370300", "淄博市", "Zibo", 118.055, 36.813],
  ["370400", "枣庄市", "Zaozhuang", 117.324, 34.811],
  ["370500", "东营市", "Dongying", 118.675, 37.434],
  ["370600", "烟台市", "Yantai", 121.448, 37.464],
  ["370700", "潍坊市", "Weifang", 119.162, 36.707],
  ["370800", "济宁市", "Jining", 116.587, 35.415],
  ["370900", "泰安市", "Tai'an", 117.088, 36.2],
  ["371000", "威海市", "Weihai", 122.121, 37.513],
  ["371100", "日照市", "Rizhao", 119.527, 35.417],
  ["371300", "临沂市", "Linyi", 118.356, 35.105],
  ["371400", "德州市", "Dezhou", 116.359, 37.436],
  ["371500", "聊城市", "Liaocheng", 115.985, 36.457],
  ["371600", "滨州市", "Binzhou", 117.971, 37.382],
  ["371700", "菏泽市", "Heze", 115.481, 35.234],
  ["320100", "南京市", "Nanjing", 118.797, 32.06],
  ["320200", "无锡市", "Wuxi", 120.312, 31.491],
  ["320300", "徐州市", "Xuzhou", 117.284, 34.206],
  ["320400", "常州市", "Changzhou", 119.974, 31.811],
  ["320500", "苏州市", "Suzhou", 120.585, 31.299],
  ["320600", "南通市", "Nantong", 120.894, 31.981],
  ["320700", "连云港市", "Lianyungang", 119.222, 34.597],
  ["320800", "淮安市", "Huai'an", 119.015, 33.61],
  ["320900", "盐城市", "Yancheng", 120.163, 33.348],
  ["321000", "扬州市", "Yangzhou", 119.413, 32.394],
  ["321100", "镇江市", "Zhenjiang", 119.425, 32.188],
  ["321200", "泰州市", "Taizhou", 119.923, 32.456],
  ["321300", "宿迁市", "Suqian", 118.275, 33.963],
];

export const cities: readonly City[] = rows.map(([code, nameZh, nameEn, lon, lat]) => ({
  code,
  nameZh,
  nameEn,
  lon,
  lat,
  provinceCode: code.slice(0, 2),
}));

export const cityByCode: ReadonlyMap<string, City> = new Map(cities.map((city) => [city.code, city]));
