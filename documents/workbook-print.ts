import type writeWorkbook from 'write-excel-file/node';

type Feature = NonNullable<NonNullable<Parameters<typeof writeWorkbook>[1]>['features']>[number];

const FITTING = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
const SETUP = '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>';

/** A4, as wide as the page and as long as it takes: a workbook that is printed is read without scissors. */
export const printedOnA4: Feature = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        // the order of a sheet's parts is prescribed: its properties come first
        transform: (xml) =>
          xml.replace(/<(sheetViews|cols|sheetData)>/, `${FITTING}$&`).replace(/<pageSetup [^>]*\/>/, SETUP),
      },
    },
  },
};
