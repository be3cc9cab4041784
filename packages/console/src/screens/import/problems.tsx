import { Notice } from '../../ui/notice.tsx'
import type { ImportDetail } from '@recado/contracts/imports'
import { TriangleAlert } from 'lucide-react'
import { useTexts } from '../../texts/use-texts.tsx'
import classes from './import.module.css'

type Row = {
  readonly line?: number | undefined
  readonly field?: string | undefined
  readonly code: string
  readonly why: string
}

/** Rows that were left out, and what was kept with a doubt; by line, to be found in the file. */
export function Problems({ report }: { readonly report: ImportDetail }) {
  const { t } = useTexts()
  return (
    <>
      {report.rejectedCount > 0 && (
        <Table
          title={t('import.rejectedTitle', { count: report.rejectedCount })}
          rows={report.rejected}
          total={report.rejectedCount}
          open
        />
      )}
      {report.warningCount > 0 && (
        <Table
          title={t('import.warningsTitle', { count: report.warningCount })}
          rows={report.warnings}
          total={report.warningCount}
        />
      )}
    </>
  )
}

type TableProps = {
  readonly title: string
  readonly rows: readonly Row[]
  readonly total: number
  readonly open?: boolean
}

const SHOWN = 200

function Table({ title, rows, total, open = false }: TableProps) {
  const { t, codes, format } = useTexts()
  const shown = rows.slice(0, SHOWN)
  const withField = shown.some(({ field }) => field !== undefined)
  return (
    <details className={classes.problems} open={open}>
      <summary>{title}</summary>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('import.line')}</th>
            {withField && <th scope="col">{t('import.field')}</th>}
            <th scope="col">{t('import.why')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ line, field, code, why }, index) => (
            <tr key={`${line} ${field} ${index}`}>
              <td>{line === undefined ? '–' : format.number(line)}</td>
              {withField && <td>{field ?? '–'}</td>}
              <td dir="auto">{codes(`row.${code}`) ?? why}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {total > shown.length && (
        <Notice tone="calm" icon={TriangleAlert}>
          {t('import.more', { shown: shown.length, total })}
        </Notice>
      )}
    </details>
  )
}
