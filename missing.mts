import { readFileSync, globSync, writeFileSync } from "node:fs";
import ts from "typescript";
import { de } from "./components/i18n/de/index.ts";
const WORD=/\p{L}{2,}/u;
const out:Record<string,string[]>={};
const PROPS=new Set(["label","title","text","done","hint","submit","header","plainName","consequence","action","placeholder","none","sentence","word","never"]);
for(const f of [...globSync("components/**/*.ts*"),...globSync("app/**/*.tsx")]){
  if(/test|i18n\//.test(f))continue;
  const sf=ts.createSourceFile(f,readFileSync(f,"utf8"),ts.ScriptTarget.Latest,true,f.endsWith("x")?ts.ScriptKind.TSX:ts.ScriptKind.TS);
  const add=(k:string)=>{ if(WORD.test(k)&&!Object.hasOwn(de,k)) (out[f]??=[]).includes(k)||out[f]!.push(k)};
  const lits=(n:ts.Node)=>{ if(ts.isStringLiteral(n)||ts.isNoSubstitutionTemplateLiteral(n))add(n.text); else if(ts.isConditionalExpression(n)){lits(n.whenTrue);lits(n.whenFalse)} };
  const visit=(n:ts.Node)=>{
    if(ts.isCallExpression(n)&&/^t(\.rich)?$/.test(n.expression.getText())&&n.arguments[0])lits(n.arguments[0]);
    if(ts.isPropertyAssignment(n)&&PROPS.has(n.name.getText()))lits(n.initializer);
    if(ts.isJsxAttribute(n)&&["plainName","searchPlaceholder","word","message"].includes(n.name.getText())&&n.initializer)lits(n.initializer);
    if(ts.isArrayLiteralExpression(n)&&/Message/.test(n.parent.getText()))n.elements.forEach(lits);
    if((ts.isReturnStatement(n))&&n.expression)if(/^[A-Z].* /.test(n.expression.getText().replace(/"/g,"")))lits(n.expression);
    if(ts.isVariableDeclaration(n)&&n.initializer&&/words|STILL/.test(n.name.getText()))lits(n.initializer);
    if(ts.isPropertyAssignment(n)&&/STILL/.test(n.parent.parent?.parent?.parent?.getText().slice(0,30)??""))lits(n.initializer);
    ts.forEachChild(n,visit);
  };visit(sf);
}
writeFileSync("/tmp/codemod/missing.json",JSON.stringify(out,null,1));
const seen=new Set<string>();
for(const [f,ks] of Object.entries(out)){const n=ks.filter(k=>!seen.has(k)&&(seen.add(k),true)); if(n.length){console.log("## "+f.replace("components/",""));for(const k of n)console.log(JSON.stringify(k))}}
console.log(seen.size);
