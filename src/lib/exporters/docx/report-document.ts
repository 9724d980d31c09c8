import {
	AlignmentType,
	BorderStyle,
	Document,
	Footer,
	HeadingLevel,
	Packer,
	PageNumber,
	Paragraph,
	Table,
	TableCell,
	TableRow,
	TextRun,
	WidthType
} from 'docx';
import type { LanguageCode } from '#lib/i18n/languages.ts';
import { locales } from '#lib/i18n/languages.ts';
import type { Report, ReportBlock, ReportPoints, ReportSection, ReportTable } from '../report.ts';

type Piece = Paragraph | Table;

/** A4 with margins of 2 cm, in twentieths of a point. */
const page = { size: { width: 11906, height: 16838 }, margin: margins(1134) };
/** Half points: 10 pt for reading, 8.5 pt in tables. */
const [reading, small] = [20, 17];

function margins(width: number) {
	return { top: width, right: width, bottom: width, left: width };
}

/** Makes a document for council papers: the same report, with headings, tables and page numbers. */
export function reportDocument(report: Report, language: LanguageCode): Promise<Blob> {
	return Packer.toBlob(documentOf(report, language));
}

function documentOf(report: Report, language: LanguageCode): Document {
	return new Document({
		title: report.title,
		description: report.question,
		creator: 'Tegenwicht',
		styles: {
			default: {
				document: {
					run: { font: 'Arial', size: reading, language: { value: locales[language] } }
				}
			}
		},
		sections: [
			{
				properties: { page },
				footers: { default: footerOf(report) },
				children: [
					new Paragraph({ text: report.title, heading: HeadingLevel.TITLE }),
					...plain(report.question, { after: 240 }),
					...report.sections.flatMap(sectionPieces)
				]
			}
		]
	});
}

function footerOf({ kind, footer }: Report): Footer {
	const run = new TextRun({
		size: small,
		children: [`${kind}. ${footer}  `, PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES]
	});
	return new Footer({ children: [new Paragraph({ children: [run] })] });
}

function sectionPieces({ title, blocks }: ReportSection): Piece[] {
	const heading = new Paragraph({
		text: title,
		heading: HeadingLevel.HEADING_1,
		keepNext: true,
		spacing: { before: 320, after: 120 }
	});
	return [heading, ...blocks.flatMap(blockPieces)];
}

function blockPieces(block: ReportBlock): Piece[] {
	switch (block.kind) {
		case 'text':
			return plain(block.text);
		case 'heading':
			return [
				new Paragraph({
					text: block.text,
					heading: HeadingLevel.HEADING_2,
					keepNext: true,
					spacing: { before: 200, after: 80 }
				})
			];
		case 'points':
			return pointPieces(block);
		case 'support':
			return pointPieces({
				kind: 'points',
				points: block.parts.map(({ label, amount }) => ({ lead: label, text: amount }))
			});
		case 'table':
			return tablePieces(block);
	}
}

function plain(text: string, { after = 120 } = {}): Paragraph[] {
	return text === '' ? [] : [new Paragraph({ text, spacing: { after } })];
}

function pointPieces({ points }: ReportPoints): Paragraph[] {
	return points.map(
		({ lead, text }) =>
			new Paragraph({
				bullet: { level: 0 },
				children: [
					...(lead === '' ? [] : [new TextRun({ text: `${lead}: `, bold: true })]),
					new TextRun(text)
				]
			})
	);
}

function tablePieces({ caption, columns, rows }: ReportTable): Piece[] {
	const cells = (texts: readonly string[], bold: boolean) =>
		texts.map((text, place) => cellOf(text, { bold, figures: columns[place]?.figures === true }));
	const header = new TableRow({
		tableHeader: true,
		cantSplit: true,
		children: cells(
			columns.map(({ title }) => title),
			true
		)
	});
	const body = rows.map((row) => new TableRow({ cantSplit: true, children: cells(row, false) }));
	const line = { style: BorderStyle.SINGLE, size: 4, color: 'B0B8B8' };
	const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
	return [
		new Paragraph({
			keepNext: true,
			spacing: { before: 120, after: 60 },
			children: [new TextRun({ text: caption, size: small, italics: true })]
		}),
		new Table({
			width: { size: 100, type: WidthType.PERCENTAGE },
			borders: {
				...{ top: line, bottom: line, insideHorizontal: line },
				...{ left: none, right: none, insideVertical: none }
			},
			rows: [header, ...body]
		}),
		new Paragraph({ text: '', spacing: { after: 60 } })
	];
}

function cellOf(
	text: string,
	{ bold, figures }: { readonly bold: boolean; readonly figures: boolean }
): TableCell {
	return new TableCell({
		margins: { top: 40, bottom: 40, left: 60, right: 60 },
		children: [
			new Paragraph({
				alignment: figures ? AlignmentType.RIGHT : AlignmentType.LEFT,
				children: [new TextRun({ text, bold, size: small })]
			})
		]
	});
}
