/**
 * Cities and counties of Shandong and Jiangsu whose code or name was given up from 2002 to 2021, and what they became.
 *
 * Codes and last editions: the yearly lists of npm gb2260 0.6.0 (MIT) and PyPI GB2260 0.4.1 (BSD), 2002 to 2016, against
 * the edition of January 2021. The year is that of the decision of the State Council (general knowledge, within one year
 * of the last edition that has the code).
 */
type Row = readonly [code: string, nameZh: string, year: number, successors: string];

const rows: readonly Row[] = [
  ["320103", "白下区", 2013, "320104"],
  ["320107", "下关区", 2013, "320106"],
  ["320124", "溧水县", 2013, "320117"],
  ["320125", "高淳县", 2013, "320118"],
  ["320202", "崇安区", 2015, "320213"],
  ["320203", "南长区", 2015, "320213"],
  ["320204", "北塘区", 2015, "320213"],
  ["320304", "九里区", 2010, "320302 320305 320311 320312"],
  ["320323", "铜山县", 2010, "320312"],
  ["320405", "戚墅堰区", 2015, "320412"],
  ["320482", "金坛市", 2015, "320413"],
  ["320502", "沧浪区", 2012, "320508"],
  ["320503", "平江区", 2012, "320508"],
  ["320504", "金阊区", 2012, "320508"],
  ["320584", "吴江市", 2012, "320509"],
  ["320602", "崇川区", 2020, "320613"],
  ["320611", "港闸区", 2020, "320613"],
  ["320621", "海安县", 2018, "320685"],
  ["320683", "通州市", 2009, "320612"],
  ["320684", "海门市", 2020, "320614"],
  ["320705", "新浦区", 2014, "320706"],
  ["320721", "赣榆县", 2014, "320707"],
  ["320802", "清河区", 2016, "320812"],
  ["320803", "楚州区", 2012, "320803"],
  ["320811", "清浦区", 2016, "320812"],
  ["320829", "洪泽县", 2016, "320813"],
  ["320928", "盐都县", 2003, "320903"],
  ["320982", "大丰市", 2015, "320904"],
  ["321011", "维扬区", 2011, "321003"],
  ["321088", "江都市", 2011, "321012"],
  ["321284", "姜堰市", 2012, "321204"],
  ["321321", "宿豫县", 2004, "321311"],
  ["370125", "济阳县", 2018, "370115"],
  ["370181", "章丘市", 2016, "370114"],
  ["370205", "四方区", 2012, "370203"],
  ["370282", "即墨市", 2017, "370215"],
  ["370284", "胶南市", 2012, "370211"],
  ["370521", "垦利县", 2016, "370505"],
  ["370634", "长岛县", 2020, "370614"],
  ["370684", "蓬莱市", 2020, "370614"],
  ["370802", "市中区", 2013, "370811"],
  ["370882", "兖州市", 2013, "370812"],
  ["370903", "岱岳区", 2004, "370911"],
  ["371081", "文登市", 2014, "371003"],
  ["371200", "莱芜市", 2019, "370100 370116 370117"],
  ["371202", "莱城区", 2019, "370116"],
  ["371203", "钢城区", 2019, "370117"],
  ["371324", "苍山县", 2014, "371324"],
  ["371421", "陵县", 2014, "371403"],
  ["371523", "茌平县", 2019, "371503"],
  ["371624", "沾化县", 2014, "371603"],
  ["371626", "邹平县", 2018, "371681"],
  ["371727", "定陶县", 2016, "371703"],
];

/** A city or county that is no more, or has another name. */
export interface RetiredDivision {
  readonly code: string;
  readonly nameZh: string;
  /** Year from which the code or name was no longer in force. */
  readonly year: number;
  /** Codes of the units it became or went into, first the city where it was a city; its own code where only the name changed. */
  readonly successors: readonly string[];
}

export const retiredDivisions: readonly RetiredDivision[] = rows.map(([code, nameZh, year, successors]) => ({
  code,
  nameZh,
  year,
  successors: successors.split(" "),
}));

const retiredByCode: ReadonlyMap<string, RetiredDivision> = new Map(
  retiredDivisions
    .filter(({ code, successors }) => !successors.includes(code))
    .map((each) => [each.code, each]),
);

/** The retired unit of a code, undefined for a code in force or unknown. */
export function retiredDivisionOf(code: string): RetiredDivision | undefined {
  return retiredByCode.get(code);
}
