#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the input files of samples/ (all places, names and comments are made up). Byte-identical on every run:
`python3 samples/make_samples.py` after changing a row, then `./dev test --accept`."""
import csv
import io
import pathlib
import zipfile
from xml.sax.saxutils import escape

HERE = pathlib.Path(__file__).resolve().parent


def column(index):
    return chr(ord("A") + index)


class Workbook:
    """A workbook as a school PC's Excel writes it: shared strings with furigana, 和暦 dates, merged cells."""

    def __init__(self):
        self.strings, self.sheets = [], []

    def text(self, value, kana=None):
        item = f"<si><t>{escape(value)}</t>"
        if kana:
            item += f'<rPh sb="0" eb="{len(value)}"><t>{escape(kana)}</t></rPh><phoneticPr fontId="1"/>'
        item += "</si>"
        if item not in self.strings:
            self.strings.append(item)
        return self.strings.index(item)

    def cell(self, ref, value):
        if value is None:
            return ""
        if isinstance(value, tuple) and value[0] == "date":
            return f'<c r="{ref}" s="1"><v>{value[1]}</v></c>'
        if isinstance(value, (int, float)):
            return f'<c r="{ref}"><v>{value!r}</v></c>'
        text, kana = value if isinstance(value, tuple) else (value, None)
        return f'<c r="{ref}" t="s"><v>{self.text(text, kana)}</v></c>'

    def sheet(self, name, rows, merged=(), hidden=False):
        body = "".join(
            f'<row r="{r}">' + "".join(self.cell(f"{column(c)}{r}", v) for c, v in enumerate(row)) + "</row>"
            for r, row in rows)
        merges = ""
        if merged:
            merges = (f'<mergeCells count="{len(merged)}">' + "".join(f'<mergeCell ref="{m}"/>' for m in merged) +
                      "</mergeCells>")
        self.sheets.append((name, hidden, body, merges))

    def write(self, path):
        main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        parts = {}
        sheets = "".join(
            f'<sheet name="{escape(n)}" sheetId="{i}"{" state=" + chr(34) + "hidden" + chr(34) if h else ""} r:id="rId{i}"/>'
            for i, (n, h, _, _) in enumerate(self.sheets, 1))
        count = len(self.sheets)
        parts["[Content_Types].xml"] = (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' +
            "".join(f'<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
                    for i in range(1, count + 1)) +
            '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>'
            '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>')
        parts["_rels/.rels"] = (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        parts["xl/workbook.xml"] = f'<workbook xmlns="{main}" xmlns:r="{rel}"><sheets>{sheets}</sheets></workbook>'
        parts["xl/_rels/workbook.xml.rels"] = (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
            "".join(f'<Relationship Id="rId{i}" Type="{rel}/worksheet" Target="worksheets/sheet{i}.xml"/>'
                    for i in range(1, count + 1)) +
            f'<Relationship Id="rId{count + 1}" Type="{rel}/styles" Target="styles.xml"/>'
            f'<Relationship Id="rId{count + 2}" Type="{rel}/sharedStrings" Target="sharedStrings.xml"/></Relationships>')
        parts["xl/styles.xml"] = (
            f'<styleSheet xmlns="{main}"><numFmts count="1"><numFmt numFmtId="176" formatCode="ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>'
            '<fonts count="2"><font><sz val="11"/></font><font><sz val="6"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
            '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
            '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
            '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
            '<xf numFmtId="176" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>')
        for i, (_, _, body, merges) in enumerate(self.sheets, 1):
            parts[f"xl/worksheets/sheet{i}.xml"] = f'<worksheet xmlns="{main}"><sheetData>{body}</sheetData>{merges}</worksheet>'
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{main}" uniqueCount="{len(self.strings)}">{"".join(self.strings)}</sst>'
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in parts.items():
                info = zipfile.ZipInfo(name, (2024, 10, 3, 9, 0, 0))
                info.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(info, head + text)


def syuuyou_excel():
    book = Workbook()
    header = [("番号", "バンゴウ"), ("班", "ハン"), ("名称", "メイショウ"), ("区分", "クブン"), ("分野", "ブンヤ"),
              ("種別", "シュベツ"), ("調査日", "チョウサビ"), ("コメント", None), ("緯度（北緯）", "イド"), ("経度（東経）", "ケイド")]
    day = ("date", 45568)  # 令和6年10月3日
    rows = [
        ("S01", 1, ("横断歩道", "オウダンホドウ"), "危険", "交通", "信号なし横断歩道", day, "車が止まってくれない", 34.0474123, 131.8279846),
        ("S02", None, "学校の裏門", "安全", "防犯", "学校", day, "先生の部屋からよく見える", 34.0476034, 131.8285213),
        ("S03", None, ("見通しの悪い角", "ミトオシノワルイカド"), "危険", "交通", "見通しの悪い角", day, "へいが高くて車が見えない", 34.0468257, 131.8291048),
        ("S04", 2, "周陽公園の入口", "危険", "防犯", "公園", day, "木がしげっていて入りやすく見えにくい", 34.0448731, 131.8288126),
        ("S05", None, "みどり商店(こども110番)", "施設", "防犯", "子ども１１０番の家", day, "黄色い旗が出ている", 34.0459214, 131.8274309),
        ("S06", None, "地下道", "危険", "防犯", "高架下・トンネル", day, "昼でも暗い。\n夜は通らない", 34.0455478, 131.8265127),
        ("S07", 3, "川ぞいの道", "危険", "災害", "川・用水路・ため池", day, "大雨のとき水があふれる", 34.0439916, 131.8302564),
        ("S08", None, "ブロックべい", "キケン", "災害", "ブロック塀", day, "ひびが入っている", 34.0463389, 131.8307201),
        ("S09", None, "市民センター", "施設", "災害", "避難場所", day, "ひなん場所のかんばんがある", 34.0461312, 131.8306418),
        ("S10", 4, "バス停の前", "危険", "交通", "交通量が多い", day, "バスのうしろから車が来る", 34.0484275, 131.8293754),
        ("S11", None, "ＡＥＤのある薬局", "施設", "その他", "ＡＥＤ", day, None, 34.0479962, 131.8268803),
        ("S12", None, "用水路のふた", "危険", "災害", "側溝ふたなし", day, "ふたがずれている", 34.0451107, 131.8319432),
    ]
    sheet = [(1, ["令和6年度 周陽小学校 4年生 安全マップ"]), (3, header)]
    sheet += [(4 + i, list(row)) for i, row in enumerate(rows)]
    sheet.append((16, ["合計", None, "12か所"]))
    book.sheet("安全マップ", sheet, merged=["A1:J1", "B4:B6", "B7:B9", "B10:B12", "B13:B15"])
    book.sheet("班分け", [(1, ["班", "役わり"]), (2, [1, "地図係"]), (3, [2, "写真係"])], hidden=True)
    book.write(HERE / "syuuyou-excel" / "周陽小安全マップ.xlsx")


def write_csv(path, rows, encoding, line_end="\r\n"):
    text = io.StringIO()
    csv.writer(text, lineterminator=line_end).writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))


def toishi_cp932():
    rows = [
        ["令和６年度　遠石小学校　５年生　安全マップ"],
        [],
        ["ＩＤ", "名　称", "区分", "分野", "種別", "調査年月日", "緯度", "経度", "コメント", "児童名", "天気"],
        ["T-01", "①号公園", "危険", "防犯", "公園", "R6.10.3", "34.042518", "131.818402", "トイレのうらが見えにくい", "(消しました)", "晴れ"],
        ["T-02", "㈱とおいし商会", "施設", "防犯", "こども 110 番", "令和6年10月3日(木)", "34.0431", "131.8169", "あいさつをしてくれる", "(消しました)", "晴れ"],
        ["T-03", "踏切", "きけん", "交通", "踏切", "2024/10/3", "３４．０４１２５６", "１３１．８１９８７４", "遮断機がおりるのが早い", "(消しました)", "晴れ"],
        ["T-04", "坂の下の交差点", "危険", "交通", "見通しが悪い交差点", "2024-10-03", "34°02′31.2″", "131°49′12.6″", "自転車がとび出す", "(消しました)", "晴れ"],
        ["T-05", "神社の石段", "危険", "災害", "がけ", "45568", "北緯34度2分39.5秒", "東経131度49分21.0秒", "雨の日はすべる～ちゅうい", "(消しました)", "晴れ"],
        ["T-06", "橋のたもと", "危険", "災害", "浸水", "2024/10/3", "131.816734", "34.040918", "川の水がふえる", "(消しました)", "晴れ"],
        ["T-07", "交番", "安全", "防犯", "交番", "2024/10/3", "34.044062 N", "131.820175 E", "おまわりさんがいる", "(消しました)", "晴れ"],
        ["T-08", "米屋の角", "危険", "交通", "ガードレールがない", "2024/13/1", "34.0419", "131.8152", "歩道がせまい", "(消しました)", "晴れ"],
        ["T-09", "空き地", "危険", "防犯", "茂み", "2024/10/3", "", "", "草が高い", "(消しました)", "晴れ"],
        ["T-10", "坂の上", "危険", "交通", "速度が速い", "2024/10/3", "0", "0", "下り坂で車が速い", "(消しました)", "晴れ"],
        ["T-11", "駅前広場", "安全", "防犯", "見守り", "2024/10/3", "34.0433", "131.8188", "=見守りの人がいる", "(消しました)", "晴れ"],
        ["T-11", "駅のうら", "危険", "防犯", "暗い道", "2024/10/3", "34.0436", "131.8191", "夜は暗い,人がいない", "(消しました)", "晴れ"],
        ["合計", "", "12件"],
    ]
    write_csv(HERE / "toishi-cp932" / "遠石小アンケート.csv", rows, "cp932")


def syuuyou_zone3():
    rows = [
        ["ID", "名称", "区分", "X座標", "Y座標", "調査日", "備考"],
        ["Z01", "正門前の横断歩道", "通学路", "-216575.557", "-31245.865", "2024-10-03", ""],
        ["Z02", "東門の坂", "危険", "-216548.120", "-31190.344", "2024-10-03", "冬は凍る"],
        ["Z03", "体育館うらの水路", "危険", "-216601.902", "-31304.018", "2024-10-03", ""],
        ["Z04", "市民センター駐車場", "施設", "-216688.731", "-31022.410", "2024-10-03", "集合場所"],
        ["Z05", "緑道の入口", "安全", "-216569.246", "-31104.675", "2024-10-04", ""],
        ["Z06", "工場前の道", "危険", "-216740.318", "-31411.207", "2024-10-04", "トラックが多い"],
    ]
    write_csv(HERE / "syuuyou-zone3" / "周陽小測量.csv", rows, "utf-8-sig")


def toishi_clean():
    rows = [
        ["ID", "学校名", "年度", "学年", "班", "調査日", "名称", "区分", "分野", "種別", "コメント", "緯度", "経度"],
        ["C001", "遠石小学校", "2024", "3", "1", "2024-10-08", "正門", "安全", "防犯", "学校", "先生が立っている", "34.0427320", "131.8178280"],
        ["C002", "遠石小学校", "2024", "3", "1", "2024-10-08", "文房具店", "施設", "防犯", "こども110番の家", "旗がある", "34.0422415", "131.8184037"],
        ["C003", "遠石小学校", "2024", "3", "2", "2024-10-08", "細い路地", "危険", "防犯", "路地", "人が通らない", "34.0418892", "131.8169754"],
        ["C004", "遠石小学校", "2024", "3", "2", "2024-10-08", "大通りの信号", "安全", "交通", "見守り場所", "朝は見守りがある", "34.0433508", "131.8190066"],
        ["C005", "遠石小学校", "2024", "3", "3", "2024-10-08", "低い土地", "危険", "災害", "浸水", "大雨で水がたまる", "34.0409127", "131.8162343"],
    ]
    write_csv(HERE / "toishi-clean" / "遠石小まとめ.csv", rows, "utf-8-sig")


def cdata(text):
    return f"<![CDATA[{text}]]>"


def syuuyou_mymaps():
    """A map of Google My Maps as it exports it: every answer twice, a layer a group, heights of 0."""
    rows = [
        ("1班", "正門前の横断歩道", "危険", "交通", "車が止まってくれない", 34.0474123, 131.8279846, "icon-1899-C2185B", ""),
        ("1班", "学校の裏門", "安全", "防犯", "先生の部屋から\nよく見える", 34.0476034, 131.8285213, "icon-1899-0F9D58",
         "https://example.jp/photos/uramon.jpg"),
        ("2班", "みどり商店", "施設", "防犯", "黄色い旗が出ている", 34.0459214, 131.8274309, "icon-1899-0288D1", ""),
        ("2班", "地下道", "危険", "防犯", "昼でも暗い", 34.0455478, 131.8265127, "icon-1899-C2185B", ""),
    ]
    colours = {"icon-1899-C2185B": "ff5b18c2", "icon-1899-0F9D58": "ff589d0f", "icon-1899-0288D1": "ffd18802"}
    out = ['<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">\n  <Document>\n'
           "    <name>周陽小 4年1組 安全マップ</name>\n    <description/>\n"]
    for name, colour in colours.items():
        out.append(f'    <Style id="{name}-normal">\n      <IconStyle>\n        <color>{colour}</color>\n'
                   "        <Icon><href>https://www.gstatic.com/mapspro/images/stock/503-wht-blank_maps.png</href></Icon>\n"
                   f'      </IconStyle>\n    </Style>\n    <StyleMap id="{name}">\n      <Pair><key>normal</key>'
                   f"<styleUrl>#{name}-normal</styleUrl></Pair>\n    </StyleMap>\n")
    for group in ("1班", "2班"):
        out.append(f"    <Folder>\n      <name>{group}</name>\n")
        for folder, name, kind, domain, comment, lat, lon, style, photo in rows:
            if folder != group:
                continue
            image = f'<img src="{photo}" height="200" width="auto" /><br><br>' if photo else ""
            html = image + f"区分: {kind}<br>分野: {domain}<br>コメント: {comment}".replace("\n", "<br>")
            media = f'<Data name="gx_media_links"><value>{cdata(photo)}</value></Data>' if photo else ""
            out.append(f"      <Placemark>\n        <name>{name}</name>\n        <description>{cdata(html)}</description>\n"
                       f"        <styleUrl>#{style}</styleUrl>\n        <ExtendedData>"
                       f'<Data name="区分"><value>{kind}</value></Data><Data name="分野"><value>{domain}</value></Data>'
                       f'<Data name="コメント"><value>{comment}</value></Data>{media}</ExtendedData>\n'
                       f"        <Point>\n          <coordinates>\n            {lon},{lat},0\n          </coordinates>\n"
                       "        </Point>\n      </Placemark>\n")
        if group == "2班":
            out.append("      <Placemark>\n        <name>文具店</name>\n        <address>山口県周南市周陽二丁目</address>\n"
                       '        <ExtendedData><Data name="区分"><value>施設</value></Data></ExtendedData>\n'
                       "      </Placemark>\n      <Placemark>\n        <name>川ぞいの道</name>\n        <styleUrl>#line-0288D1-4000"
                       "</styleUrl>\n        <ExtendedData><Data name=\"区分\"><value>危険</value></Data></ExtendedData>\n"
                       "        <LineString><tessellate>1</tessellate><coordinates>131.8302564,34.0439916,0 "
                       "131.8309213,34.0445127,0 131.8314035,34.0451802,0</coordinates></LineString>\n      </Placemark>\n")
        out.append("    </Folder>\n")
    out.append("  </Document>\n</kml>\n")
    archive_path = HERE / "syuuyou-mymaps" / "周陽小マイマップ.kmz"
    with zipfile.ZipFile(archive_path, "w", zipfile.ZIP_DEFLATED) as archive:
        info = zipfile.ZipInfo("doc.kml", (2024, 10, 3, 9, 0, 0))
        info.compress_type = zipfile.ZIP_DEFLATED
        archive.writestr(info, "".join(out))


def toishi_gpx():
    """What a walking app wrote: places that were marked on the way, and the way itself."""
    rows = [
        ("踏切", "危険", "遮断機がおりるのが早い", 34.041256, 131.819874, "2024-10-02T23:40:10Z"),
        ("交番", "安全", "おまわりさんがいる", 34.044062, 131.820175, "2024-10-02T23:52:31Z"),
        ("橋のたもと", "危険", "川の水がふえる", 34.040918, 131.816734, "2024-10-03T00:05:02Z"),
    ]
    out = ['<?xml version="1.0" encoding="UTF-8"?>\n<gpx version="1.1" creator="さんぽ手帳" '
           'xmlns="http://www.topografix.com/GPX/1/1">\n']
    for name, kind, comment, lat, lon, time in rows:
        out.append(f'  <wpt lat="{lat}" lon="{lon}">\n    <time>{time}</time>\n    <name>{name}</name>\n'
                   f"    <desc>{comment}</desc>\n    <type>{kind}</type>\n  </wpt>\n")
    out.append("  <trk>\n    <name>歩いた道</name>\n    <trkseg>\n" + "".join(
        f'      <trkpt lat="{lat}" lon="{lon}"><time>{time}</time></trkpt>\n' for _, _, _, lat, lon, time in rows) +
        "    </trkseg>\n  </trk>\n</gpx>\n")
    (HERE / "toishi-gpx" / "遠石小さんぽ.gpx").write_text("".join(out), "utf-8")

def shunan_aed():
    header = ["都道府県コード又は市区町村コード", "NO", "名称", "名称_カナ", "住所", "方書", "緯度", "経度", "設置位置", "電話番号", "団体名",
              "利用可能曜日", "開始時間", "終了時間", "小児対応設備の有無", "URL", "備考"]
    rows = [
        ["35215", "A001", "みなみ市民センター", "ミナミシミンセンター", "周陽1-90-1", "", "34.046128", "131.830643", "1階玄関", "0834-00-0001", "見本市",
         "月火水木金土", "8:30", "17:15", "有", "https://example.jp/minami", ""],
        ["352152", "A002", "みどり図書館", "ミドリトショカン", "周陽２－９０－１", "本館", "34.044817", "131.828771", "カウンター横", "0834-00-0002", "見本市",
         "火水木金土日", "10:00", "18:00", "有", "", "月曜は休み"],
        ["352152", "A003", "とおいし体育館", "トオイシタイイクカン", "遠石1-90-1", "", "３４．０４２７３１", "１３１．８１７８２９", "事務室前", "0834-00-0003", "見本市",
         "", "9:00", "21:00", "無", "", ""],
        ["352152", "A004", "えき前交番", "エキマエコウバン", "遠石2-90-1", "", "34.041921", "131.823481", "", "", "", "", "", "", "", "", "24時間"],
    ]
    write_csv(HERE / "shunan-aed" / "AED設置箇所一覧.csv", [header, *rows], "cp932")


def shunan_wifi():
    header = ["全国地方公共団体コード", "ID", "名称", "名称_カナ", "所在地_連結表記", "緯度", "経度", "設置者", "SSID", "提供エリア", "電話番号", "郵便番号", "URL"]
    rows = [
        ["352152", "W001", "みどり図書館", "ミドリトショカン", "山口県周南市周陽2-90-1", "34.044817", "131.828771", "見本市", "Midori_Free_Wi-Fi", "1階・2階", "(0834)00-0002", "7450000", ""],
        ["352152", "W002", "みなみ市民センター", "ミナミシミンセンター", "山口県周南市周陽1-90-1", "34.046128", "131.830643", "見本市", "Minami_Free", "ロビー", "(0834)00-0001", "7450000", "https://example.jp/minami"],
        ["352152", "W003", "とおいし観光案内所", "トオイシカンコウアンナイジョ", "山口県周南市遠石2-90-3", "34.041912", "131.823502", "見本観光協会", "TOISHI-FREE", "", "", "", ""],
    ]
    write_csv(HERE / "shunan-wifi" / "352152_public_wireless_lan.csv", [header, *rows], "utf-8-sig")


def shunan_facility():
    header = ["全国地方公共団体コード", "ID", "名称", "名称_カナ", "名称_通称", "施設種別", "所在地_連結表記", "所在地_都道府県", "所在地_市区町村", "緯度", "経度", "電話番号", "団体名", "開始時間", "終了時間", "備考"]
    rows = [
        ["352152", "P001", "みなみ市民センター", "ミナミシミンセンター", "みなみセンター", "公民館", "山口県周南市周陽1-90-1", "山口県", "周南市", "34.046128", "131.830643", "0834-00-0001", "見本市", "8:30", "17:15", ""],
        ["352152", "P002", "みどり図書館", "ミドリトショカン", "", "図書館", "山口県周南市周陽2-90-1", "山口県", "周南市", "34.044817", "131.828771", "0834-00-0002", "見本市", "10:00", "18:00", ""],
        ["352152", "P003", "とおいし体育館", "トオイシタイイクカン", "", "体育館", "山口県周南市遠石1-90-1", "山口県", "周南市", "34.042731", "131.817829", "0834-00-0003", "見本市", "9:00", "21:00", ""],
        ["352152", "P004", "うみべ公園", "ウミベコウエン", "くじら公園", "公園", "山口県周南市遠石3-90-2", "山口県", "周南市", "34.038481", "131.825229", "", "見本市", "", "", "駐車場なし"],
    ]
    write_csv(HERE / "shunan-facility" / "352152_public_facility.csv", [header, *rows], "utf-8-sig")


def syuuyou_park():
    header = ["番号", "学年", "班", "調査日", "公園", "名称", "種類", "カテゴリ", "使っている人", "人数", "ようす", "日陰", "コメント", "アイデア", "緯度", "経度", "調べた人"]
    rows = [
        ["K01", "5", "1", "令和6年10月8日", "くじら公園", "大きなすべり台", "いいところ", "すべり台", "幼児;小学生", "12人", "よい", "", "順番を待つほど人気", "", "34.0448211", "131.8287034", "(消しました)"],
        ["K02", "5", "1", "令和6年10月8日", "くじら公園", "古いベンチ", "こまる所", "ベンチ", "お年寄り", "2", "いたんでいる", "○", "板がはずれかけている", "板をとりかえる", "34.0447002", "131.8289120", "(消しました)"],
        ["K03", "5", "2", "2024/10/8", "くじら公園", "トイレ", "あるもの", "トイレ", "", "", "少しいたんでいる", "", "", "", "34.0446127", "131.8285903", "(消しました)"],
        ["K04", "5", "2", "2024/10/8", "くじら公園", "広場のはし", "提案", "花壇", "小学生", "５", "", "", "何もないのでさびしい", "花だんを作って学校で育てる", "34.0450178", "131.8290045", "(消しました)"],
    ]
    write_csv(HERE / "syuuyou-park" / "周陽小公園しらべ.csv", [header, *rows], "cp932")


def toishi_walk():
    header = ["ID", "調査日", "名称", "種類", "category", "点", "幅(m)", "段差(cm)", "通った人", "ベンチ", "日かげ", "コメント", "緯度", "経度", "形状"]
    rows = [
        ["H01", "2024-11-12", "駅前の並木道", "楽しい", "並木", "5", "4.5", "0", "38", "有", "有", "木が多くて店もある", "", "", "LINESTRING (131.8234 34.0419, 131.8227 34.0424, 131.8219 34.0430)"],
        ["H02", "2024-11-12", "坂の下", "歩きにくい", "段差", "2", "0.9m", "12", "4", "無", "無", "ベビーカーが通れない", "34.0412671", "131.8196020", ""],
        ["H03", "2024-11-12", "神社の前", "休める", "ベンチ", "4", "2.0", "0", "9", "有", "有", "木かげでひと休みできる", "34.0425530", "131.8170341", ""],
        ["H04", "2024-11-12", "大通り", "あるきにくい", "路上駐車", "2", "1.5", "2", "21", "無", "無", "車がとまっていて見えない", "34.0433011", "131.8190487", ""],
    ]
    write_csv(HERE / "toishi-walk" / "遠石小まちあるき.csv", [header, *rows], "utf-8-sig")


def shunan_school_zone():
    header = ["全国地方公共団体コード", "ID", "学校名", "名称_カナ", "学校種", "設置者", "校区", "年度", "所在地_連結表記", "形状"]
    square = "POLYGON (({0} {1}, {2} {1}, {2} {3}, {0} {3}, {0} {1}))"
    rows = [
        ["352152", "Z001", "見本周陽小学校", "ミホンシュウヨウショウガッコウ", "小", "見本市", "周陽一丁目;周陽二丁目;周陽三丁目", "2024", "山口県周南市周陽1-90-9", square.format("131.8262", "34.0436", "131.8337", "34.0497")],
        ["352152", "Z002", "見本遠石小学校", "ミホントオイシショウガッコウ", "小", "見本市", "遠石一丁目;遠石二丁目", "2024", "山口県周南市遠石1-90-9", square.format("131.8152", "34.0398", "131.8257", "34.0455")],
        ["352152", "Z003", "見本中学校", "ミホンチュウガッコウ", "中学校", "見本市", "周陽一丁目;周陽二丁目;周陽三丁目;遠石一丁目;遠石二丁目", "2024", "山口県周南市周陽3-90-9",
         "POLYGON ((131.8152 34.0398, 131.8257 34.0398, 131.8337 34.0436, 131.8337 34.0497, 131.8262 34.0497, 131.8152 34.0455, 131.8152 34.0398))"],
    ]
    write_csv(HERE / "shunan-school-zone" / "352152_school_district.csv", [header, *rows], "utf-8-sig")


if __name__ == "__main__":
    syuuyou_excel()
    toishi_cp932()
    syuuyou_zone3()
    toishi_clean()
    syuuyou_mymaps()
    toishi_gpx()
    shunan_aed()
    shunan_wifi()
    shunan_facility()
    syuuyou_park()
    toishi_walk()
    shunan_school_zone()
