import { answersFromRows, answerCollector } from '/work/main/psychometrics/calibration/answers.ts';
import { calibrate } from '/work/main/psychometrics/calibration/calibrate.ts';
import { createRandom } from '/work/main/psychometrics/random.ts';
function sim(n:number, items:number, each:number){
  const r=createRandom(1); const a=Array.from({length:items},()=>Math.exp(.1+.3*r.normal())), b=Array.from({length:items},()=>1.2*r.normal());
  const c=answerCollector();
  const order=Array.from({length:items},(_,i)=>i);
  for(let p=0;p<n;p++){ const th=r.normal(); c.person(); for(let k=0;k<each;k++){ const j=each===items?k:k+r.integer(items-k); const it=order[j]!; order[j]=order[k]!; order[k]=it; c.answer(it, r.uniform()<1/(1+Math.exp(-a[it]!*(th-b[it]!)))?1:0);} }
  return {answers:c.collected(), items:Array.from({length:items},(_,i)=>({id:'q'+i,model:'choice' as const})), a, b};
}
for (const [n,i,e] of [[2000,30,30],[2000,30,30],[2000,30,30],[100000,60,24]] as const){
  let t=performance.now(); const s=sim(n,i,e); const ts=performance.now()-t;
  t=performance.now();
  const c=calibrate(s.answers,s.items,{standardErrors:'none', adaptive:false}); const t1=performance.now()-t;
  t=performance.now();
  const d=calibrate(s.answers,s.items,{}); const t2=performance.now()-t;
  const rm=Math.sqrt(c.items.reduce((x,it:any,k)=>x+(it.parameters.difficulty-s.b[k]!)**2,0)/i);
  console.log(n,i,e,'sim',ts.toFixed(0),'plain',t1.toFixed(0),'all',t2.toFixed(0),c.converged,c.iterations,c.evaluations,c.largestScore,c.logLikelihood,'rmse b',rm, process.memoryUsage().rss/1e6|0, d.quadratureError);
}
