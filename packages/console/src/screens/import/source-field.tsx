import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { queries } from '../../api/queries.ts'
import { useTexts } from '../../texts/use-texts.tsx'
import classes from './import.module.css'

type Props = { readonly value: string; readonly onChange: (value: string) => void }

/** Which system the file comes from: what was learnt about its columns is kept under that name. */
export function SourceField({ value, onChange }: Props) {
  const { t } = useTexts()
  const id = useId()
  const { data } = useQuery(queries.sources())
  return (
    <div className={classes.source}>
      <TextInput
        label={t('import.system')}
        description={t('import.systemHint')}
        list={id}
        maxLength={100}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <datalist id={id}>
        {data?.items
          .filter(({ kind }) => kind !== 'demo')
          .map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
      </datalist>
    </div>
  )
}
