import { NativeSelect, Radio, Stack, TextInput } from '@mantine/core'
import type { ImportDetail } from '@recado/contracts/imports'
import { useState } from 'react'
import { ActionError } from '../../parts/action-error.tsx'
import { useTexts } from '../../texts/use-texts.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { Status } from '../../ui/status.tsx'
import { fileOf } from './files-in-hand.ts'
import classes from './import.module.css'
import { optionText, questionText } from './question-words.ts'
import { useReadFile } from './use-read-file.ts'

type Question = ImportDetail['questions'][number]

/** What only the clinic can know, with the cells that leave it open. Nothing is chosen beforehand: a guess would be worse. */
export function Questions({ report }: { readonly report: ImportDetail }) {
  const { t } = useTexts()
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({})
  const read = useReadFile()
  const inHand = fileOf(report.id)
  const open = report.questions.filter(({ about }) => !answers[about]).length
  return (
    <form
      className={classes.card}
      onSubmit={(event) => {
        event.preventDefault()
        if (inHand) read.mutate({ ...inHand, answers })
      }}
    >
      <h2 className={classes.big}>{t('import.questions')}</h2>
      <p className={classes.quiet}>{t('import.questionsBody')}</p>
      {report.questions.map((question) => (
        <Choice
          key={question.about}
          question={question}
          value={answers[question.about]}
          onChange={(value) => setAnswers({ ...answers, [question.about]: value })}
        />
      ))}
      <ActionError error={read.error} />
      {inHand ? (
        <ActionButton
          type="submit"
          loading={read.isPending}
          disabledReason={open > 0 ? t('off.questions', { count: open }) : undefined}
        >
          {t('import.answer')}
        </ActionButton>
      ) : (
        <Status>{t('import.answerAgain')}</Status>
      )}
    </form>
  )
}

type ChoiceProps = {
  readonly question: Question
  readonly value: string | undefined
  readonly onChange: (value: string) => void
}

/** More than these are a list to pick from. */
const RADIOS = 8

function Choice({ question: { about, options, evidence }, value, onChange }: ChoiceProps) {
  const { t, format } = useTexts()
  const common = { label: questionText(t, about), description: t('import.evidence', { evidence }) }
  const choices = options.map((option) => ({ value: option, label: optionText(t, about, option, format.region) }))
  if (choices.length === 0) {
    return <TextInput {...common} value={value ?? ''} onChange={(event) => onChange(event.currentTarget.value)} />
  }
  if (choices.length > RADIOS) {
    const data = [{ value: '', label: '' }, ...choices]
    return (
      <NativeSelect
        {...common}
        data={data}
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )
  }
  return (
    <Radio.Group {...common} value={value ?? null} onChange={onChange}>
      <Stack gap="xs" mt="xs">
        {choices.map((choice) => (
          <Radio key={choice.value} value={choice.value} label={<bdi>{choice.label}</bdi>} />
        ))}
      </Stack>
    </Radio.Group>
  )
}
