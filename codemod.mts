import { readFileSync, writeFileSync, globSync } from "node:fs";
import ts from "typescript";
const WORD=/\p{L}{2,}/u;
const ATTRS=new Set(["title","label","placeholder","description","aria-label","alt","message","searchPlaceholder","consequence","action","text"]);
const PROPS=new Set(["title","consequence","action","label","description","message","text","details"]);
const CALLS=new Set(["notifyDone"]);
const NAME="Binnacle";
const files=process.argv.slice(2);
const keys=new Map<string,string>();
for(const file of files){
  const src=readFileSync(file,"utf8");
  const sf=ts.createSourceFile(file,src,ts.ScriptTarget.Latest,true,file.endsWith("x")?ts.ScriptKind.TSX:ts.ScriptKind.TS);
  const edits:{pos:number,end:number,text:string}[]=[];
  const fns=new Set<ts.Node>(); const report:string[]=[];
  const q=(s:string)=>JSON.stringify(s);
  const shown=(s:string)=>WORD.test(s.replace(NAME,""));
  function owner(n:ts.Node):ts.FunctionLikeDeclaration|undefined{
    for(let p=n.parent;p;p=p.parent){
      if((ts.isFunctionDeclaration(p)||ts.isFunctionExpression(p))&&p.body){const nm=p.name?.text??"";if(/^[A-Z]/.test(nm)||/^use[A-Z]/.test(nm))return p; if(!ts.isFunctionDeclaration(p.parent?.parent??p)&&p.parent.kind===ts.SyntaxKind.SourceFile){return undefined}}
      if(ts.isArrowFunction(p)&&ts.isVariableDeclaration(p.parent)&&/^[A-Z]|^use[A-Z]/.test(p.parent.name.getText()))return p;
    }
    return undefined;
  }
  const isAsyncPage=(f:ts.Node)=>!!(f as ts.FunctionDeclaration).modifiers?.some(m=>m.kind===ts.SyntaxKind.AsyncKeyword);
  function use(n:ts.Node,where:string):boolean{
    const o=owner(n); if(!o){report.push(`${where}: ${n.getText().slice(0,120).replace(/\s+/g," ")}`);return false}
    fns.add(o);return true;
  }
  function conv(e:ts.Node|undefined,where:string):void{
    if(!e)return;
    if(ts.isStringLiteral(e)||ts.isNoSubstitutionTemplateLiteral(e)){ if(shown(e.text)&&use(e,where)){keys.set(e.text,file);edits.push({pos:e.getStart(),end:e.getEnd(),text:`t(${q(e.text)})`});} return;}
    if(ts.isTemplateExpression(e)){
      const words=e.head.text+e.templateSpans.map(s=>s.literal.text).join(" ");
      if(!shown(words))return;
      if(!use(e,where))return;
      const names:string[]=[];const vals:string[]=[];let key=e.head.text;
      for(const s of e.templateSpans){const x=s.expression;let nm=ts.isIdentifier(x)?x.text:ts.isPropertyAccessExpression(x)?x.name.text:"value";while(names.includes(nm))nm+="2";names.push(nm);
        vals.push(ts.isIdentifier(x)&&x.text===nm?nm:`${nm}: ${x.getText()}`);key+=`{${nm}}`+s.literal.text;}
      keys.set(key,file);
      edits.push({pos:e.getStart(),end:e.getEnd(),text:`t(${q(key)}, { ${vals.join(", ")} })`});return;}
    if(ts.isConditionalExpression(e)){conv(e.whenTrue,where);conv(e.whenFalse,where);return}
    if(ts.isParenthesizedExpression(e)){conv(e.expression,where);return}
    if(ts.isBinaryExpression(e)&&[ts.SyntaxKind.AmpersandAmpersandToken,ts.SyntaxKind.BarBarToken,ts.SyntaxKind.QuestionQuestionToken].includes(e.operatorToken.kind)){conv(e.left,where);conv(e.right,where);return}
  }
  function visit(n:ts.Node){
    if(ts.isJsxText(n)){
      const t=n.text.replace(/\s+/g," ");
      if(shown(t.trim())){
        const sib=(n.parent as ts.JsxElement).children.filter(c=>!(ts.isJsxText(c)&&!c.text.trim()));
        if(sib.length>1){report.push(`MIXED ${n.parent.getText().slice(0,400).replace(/\s+/g," ")}`)}
        else if(use(n,"JSX")){const k=t.trim();keys.set(k,file);const lead=/^\s*/.exec(n.text)![0],tail=/\s*$/.exec(n.text)![0];edits.push({pos:n.getFullStart(),end:n.getEnd(),text:`${lead.includes("\n")?lead:""}{t(${q(k)})}${tail.includes("\n")?tail:""}`});}
      }
    } else if(ts.isJsxExpression(n)&&!ts.isJsxAttribute(n.parent)){ conv(n.expression,"JSXEXPR"); }
    else if(ts.isJsxAttribute(n)&&ATTRS.has(n.name.getText())){
      const i=n.initializer;
      if(i&&ts.isStringLiteral(i)){ if(shown(i.text)&&use(n,"ATTR")){keys.set(i.text,file);edits.push({pos:i.getStart(),end:i.getEnd(),text:`{t(${q(i.text)})}`});} }
      else if(i&&ts.isJsxExpression(i)) conv(i.expression,"ATTR");
    } else if(ts.isCallExpression(n)&&CALLS.has(n.expression.getText())) conv(n.arguments[0],"CALL");
    else if(ts.isPropertyAssignment(n)&&PROPS.has(n.name.getText())) conv(n.initializer,"PROP");
    ts.forEachChild(n,visit);
  }
  visit(sf);
  const page=file.startsWith("app/");
  for(const f of fns){
    const body=(f as ts.FunctionDeclaration).body!;
    const isPage=page&&isAsyncPage(f);
    if(ts.isBlock(body)){
      if(/\bconst t = (useText|await getText)\(/.test(body.getText()))continue;
      edits.push({pos:body.getStart()+1,end:body.getStart()+1,text:isPage||page?`\n  const t = ${isPage?"await getText()":"useText()"};`:"\n  const t = useText();"});
    } else report.push(`ARROW BODY ${body.getText().slice(0,80)}`);
  }
  let out=src;
  for(const e of edits.sort((a,b)=>b.pos-a.pos||b.end-a.end))out=out.slice(0,e.pos)+e.text+out.slice(e.end);
  if(fns.size){
    const imp=page&&/await getText\(/.test(out)?'import { getText } from "#components/i18n/page-text.ts";\n':'import { useText } from "#components/i18n/text-provider.tsx";\n';
    if(!out.includes(imp.trim())){
      const m=/^import /m.exec(out)!; out=out.slice(0,m.index)+imp+out.slice(m.index);
    }
  }
  if(out!==src&&!process.env.DRY)writeFileSync(file,out);
  for(const r of report)console.log(`${file}: ${r}`);
}
writeFileSync("/tmp/codemod/keys.json",JSON.stringify([...keys],null,1));
console.log(keys.size,"keys");
