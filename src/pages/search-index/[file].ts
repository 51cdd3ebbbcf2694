import type { APIRoute, GetStaticPaths } from 'astro';
import { getStepIndexFiles, type StepIndexFile } from '../../search/step-index-files.ts';

export const getStaticPaths = (async () =>
  [...(await getStepIndexFiles()).values()].flat().map((file) => ({ params: { file: file.name }, props: { ...file } }))) satisfies GetStaticPaths;

export const GET: APIRoute<StepIndexFile> = ({ props }) => new Response(props.text, { headers: { 'Content-Type': 'application/json' } });
