import { describe, expect, it } from 'vitest';
import { DatasetError, loadDataset } from '../../functions/dataset/index.ts';
import { Workshop } from '../../functions/local/workshop.ts';
import { today, withObservation } from '../package-files.ts';
import { servicesWith } from '../services.ts';

describe('a file that an author saves', () => {
  it('is what the next request is answered with', async () => {
    const services = await servicesWith();
    const dataset = loadDataset(withObservation('2467.8,USD', '2467.9,USD'), today);
    const workshop = new Workshop(services, async () => ({ dataset }));
    expect(await workshop.saved('data/observations.csv')).toMatchObject({
      file: 'data/observations.csv',
      problem: null,
    });
    expect(workshop.current().dataset).toBe(dataset);
  });

  it('changes nothing when it is broken, and everyone who listens hears what is wrong', async () => {
    const services = await servicesWith();
    const workshop = new Workshop(services, async () => ({
      dataset: loadDataset(withObservation('2467.8', 'x'), today),
    }));
    const heard: unknown[] = [];
    const end = workshop.listen((saved) => heard.push(saved));
    await workshop.saved('data/observations.csv');
    end();
    await workshop.saved('data/observations.csv');
    expect(workshop.current().dataset).toBe(services.dataset);
    expect(heard).toMatchObject([
      { problem: { problems: [{ file: 'observations.csv', row: 2, column: 'value', value: 'x' }] } },
    ]);
  });

  it('is told in words when it is a template', async () => {
    const workshop = new Workshop(await servicesWith(), () => Promise.reject(new DatasetError([])));
    const { problem } = await workshop.saved('templates/sections/trade.hbs');
    expect(problem?.text).toContain('The dataset was refused');
  });
});
