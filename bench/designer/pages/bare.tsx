import '@xyflow/react/dist/style.css';
import { Handle, Position, ReactFlow, useNodesState, type Node, type NodeProps } from '@xyflow/react';
import { createRoot } from 'react-dom/client';
import { installRecorder } from './recorder.ts';
import { asked, sampleNodes } from './sample.ts';

const { count, whole } = asked();
const WIDTH = 232;
const HEIGHT = 86;

/** As little as a node of one's own can be: what React Flow itself costs. */
function Plain({ data }: NodeProps<Node<{ label: string }>>) {
  return (
    <div style={{ width: WIDTH, height: HEIGHT, border: '1px solid #888', background: '#fff' }}>
      <Handle type="target" position={Position.Top} />
      {data.label}
      <Handle type="source" position={Position.Bottom} />
    </div>
  );
}

const nodeTypes = { plain: Plain };
const start = sampleNodes(count).map(
  ({ id, x, y }): Node<{ label: string }> => ({
    id,
    type: 'plain',
    position: { x, y },
    data: { label: id },
    width: WIDTH,
    height: HEIGHT,
    // without it `fitView` waits for nodes that culling never draws
    measured: { width: WIDTH, height: HEIGHT },
  }),
);
const edges = sampleNodes(count).flatMap(({ id, parent }) =>
  parent === null ? [] : [{ id: `e${id}`, source: parent, target: id }],
);

function Bare() {
  const [nodes, , onNodesChange] = useNodesState(start);
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      onNodesChange={onNodesChange}
      onlyRenderVisibleElements={!whole}
      panOnScroll
      minZoom={0.05}
      onInit={(flow) => {
        if (whole) void flow.fitView({ padding: 0.02 });
        window.ready = true;
      }}
    />
  );
}

installRecorder();
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<Bare />);
