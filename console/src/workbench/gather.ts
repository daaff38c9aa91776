import type { Question, Service, Todo } from '../api/types';
import { daysUntil } from '../kit/DueLabel';

/** One line of the workbench: a to-do of a service, or a question that waits for an answer. */
export interface Task extends Todo { service: Service; question: boolean }

export function fromQuestion(question: Question, service: Service): Task {
  return {
    id: question.id, kind: 'QUESTION', title: question.title, ground: question.ground, openedOn: question.on, service, question: true,
    link: `/questions/${service}/${question.id}`,
  };
}

/** A question that a service also lists as a to-do is one task, not two. */
export function merge(todos: Task[], questions: Task[]): Task[] {
  const links = new Set(todos.map((todo) => todo.link));
  const ids = new Set(todos.map((todo) => `${todo.service}/${todo.id}`));
  return inOrder([...todos, ...questions.filter((question) => !links.has(question.link) && !ids.has(`${question.service}/${question.id}`))]);
}

export function daysLeftOf(task: Pick<Todo, 'daysLeft' | 'dueOn'>): number | undefined {
  return task.daysLeft ?? daysUntil(task.dueOn);
}

/** By days left, fewest first; tasks whose limit no one has set come last, oldest first. */
export function inOrder(tasks: Task[]): Task[] {
  return [...tasks].sort((a, b) => {
    const left = (daysLeftOf(a) ?? Infinity) - (daysLeftOf(b) ?? Infinity);
    return Number.isNaN(left) || left === 0 ? (a.openedOn ?? '').localeCompare(b.openedOn ?? '') : left;
  });
}
